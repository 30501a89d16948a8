package io.nurt.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A merge patch (RFC 7396) as received: a field that is absent stays as it is, a null clears it. Bind a request body to
 * {@link JsonNode} and wrap it.
 */
public final class Patch {
    private final JsonNode body;
    private final ObjectMapper json;

    /** @throws Problem {@link CommonProblem#UNREADABLE} when the body is not an object */
    public Patch(@Nullable JsonNode body, ObjectMapper json) {
        if (body == null || !body.isObject()) {
            throw new Problem(CommonProblem.UNREADABLE);
        }
        this.body = body;
        this.json = json;
    }

    /** @throws Problem {@link CommonProblem#INVALID} naming each field that is not among those that may be changed */
    public Patch only(Set<String> fields) {
        Problem problem = new Problem(CommonProblem.INVALID);
        body.propertyNames().forEach(name -> {
            if (!fields.contains(name)) {
                problem.field(name, "common.unknown-field");
            }
        });
        if (problem.hasFieldErrors()) {
            throw problem;
        }
        return this;
    }

    public boolean has(String field) {
        return body.has(field);
    }

    /**
     * The new value of a field when the patch names it, else the current one.
     *
     * @throws Problem {@link CommonProblem#INVALID} when the value is not of the type
     */
    public <T> @Nullable T value(String field, Class<T> type, @Nullable T current) {
        return read(field, node -> json.treeToValue(node, type), current);
    }

    /** As {@link #value(String, Class, Object)}, for any conversion. */
    public <T> @Nullable T read(String field, Function<JsonNode, @Nullable T> read, @Nullable T current) {
        JsonNode node = body.get(field);
        if (node == null) {
            return current;
        }
        if (node.isNull()) {
            return null;
        }
        try {
            return read.apply(node);
        } catch (tools.jackson.core.JacksonException | IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.wrong-type");
        }
    }

    /** The node of a field when the patch names it with a value. */
    public Optional<JsonNode> node(String field) {
        return Optional.ofNullable(body.get(field)).filter(node -> !node.isNull());
    }
}
