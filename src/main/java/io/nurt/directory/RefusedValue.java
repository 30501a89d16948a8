package io.nurt.directory;

import io.nurt.kernel.Problem;
import java.util.List;

/** A value that cannot be what it is meant to be; the code is a key of the module's message files. */
public final class RefusedValue extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<Object> arguments;

    RefusedValue(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Such as {@code directory.tax-number-check-digit}. */
    public String code() {
        return code;
    }

    /** What the message names. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Says so of a field of a request. */
    public void addTo(Problem problem, String field) {
        problem.field(field, code, arguments.toArray());
    }
}
