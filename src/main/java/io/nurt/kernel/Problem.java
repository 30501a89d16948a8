package io.nurt.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that a person can act on; answered as an RFC 9457 problem in the caller's language. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient Map<String, Object> data = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();

    /**
     * One field that is not acceptable.
     *
     * @param field path in the request body, such as {@code emails[0].value}
     * @param code message key, such as {@code pipeline.title-missing}, in the module's message files
     * @param arguments what the message names
     */
    public record FieldError(String field, String code, List<Object> arguments) {}

    public Problem(ProblemType type, Object... arguments) {
        super(type.code(), null, false, false);
        this.type = type;
        this.arguments = arguments;
    }

    /** Adds data a program can read, sent as a member of the problem: the current version, open requirements. */
    public Problem with(String name, Object value) {
        data.put(name, value);
        return this;
    }

    /** Adds a field that is not acceptable. */
    public Problem field(String field, String code, Object... args) {
        errors.add(new FieldError(field, code, List.of(args)));
        return this;
    }

    public boolean hasFieldErrors() {
        return !errors.isEmpty();
    }

    public ProblemType type() {
        return type;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Map<String, Object> data() {
        return data;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
