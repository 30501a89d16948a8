package io.nurt.directory;

import io.nurt.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The custom fields of the workspace, and their values in records of any kind. Call inside a transaction. */
@Component
public class CustomFields {
    private final CustomFieldStore store;

    CustomFields(CustomFieldStore store) {
        this.store = store;
    }

    /** All fields of a kind of record in their order, archived ones too. */
    public List<CustomField> of(RecordKind kind) {
        return store.of(kind);
    }

    /**
     * Merges values into a record's custom object: each named field is set, null clears it, the others stay.
     *
     * @param patch the {@code custom} member of a request; null clears all
     * @param problem where each value that is not of its field's type is named, as {@code custom.<key>}
     */
    public ObjectNode merge(RecordKind kind, ObjectNode current, @Nullable JsonNode patch, Problem problem) {
        FieldChecks checks = new FieldChecks(problem);
        return merge(kind, current, patch, checks);
    }

    ObjectNode merge(RecordKind kind, ObjectNode current, @Nullable JsonNode patch, FieldChecks checks) {
        if (patch == null || patch.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode merged = current.deepCopy();
        if (!patch.isObject()) {
            checks.refuse(Changes.CUSTOM, "common.wrong-type");
            return merged;
        }
        Map<String, CustomField> fields =
                store.of(kind).stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
        patch.properties().forEach(value -> {
            String name = "custom." + value.getKey();
            CustomField field = fields.get(value.getKey());
            if (isEmpty(value.getValue())) {
                merged.remove(value.getKey());
            } else if (field == null || field.archivedAt() != null) {
                checks.refuse(name, "common.unknown-field");
            } else {
                JsonNode read = checks.read(name, () -> CustomValue.of(field, value.getValue()));
                if (read != null) {
                    merged.set(field.key(), read);
                }
            }
        });
        return merged;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isString() && value.stringValue().isBlank())
                || (value.isArray() && value.isEmpty());
    }
}
