package io.nurt.directory;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two states of a record: field to {@code [before, after]}, a custom field under {@code custom.<key>}.
 * Such a map is what the history keeps, and read backwards it is the patch that takes the change back.
 */
final class Changes {
    static final String CUSTOM = "custom";
    private static final String CUSTOM_PREFIX = CUSTOM + ".";

    private Changes() {}

    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        add(changes, "", before, after);
        return changes;
    }

    private static void add(ObjectNode changes, String prefix, ObjectNode before, ObjectNode after) {
        Set<String> fields = new LinkedHashSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        for (String field : fields) {
            JsonNode was = value(before, field);
            JsonNode is = value(after, field);
            if (prefix.isEmpty() && field.equals(CUSTOM) && was.isObject() && is.isObject()) {
                add(changes, CUSTOM_PREFIX, (ObjectNode) was, (ObjectNode) is);
            } else if (!was.equals(is)) {
                changes.putArray(prefix + field).add(was).add(is);
            }
        }
    }

    /** Whether every changed field still has the value it was changed to. */
    static boolean stillHold(ObjectNode changes, ObjectNode now) {
        return changes.properties().stream()
                .allMatch(change ->
                        value(now, change.getKey()).equals(change.getValue().get(1)));
    }

    /** The state without those changes that still hold; what was changed again since stays as it is. */
    static ObjectNode takenBack(ObjectNode now, ObjectNode changes) {
        ObjectNode back = now.deepCopy();
        changes.properties().forEach(change -> {
            String field = change.getKey();
            JsonNode before = change.getValue().get(0);
            boolean holds = value(now, field).equals(change.getValue().get(1));
            if (holds && !field.startsWith(CUSTOM_PREFIX) && now.has(field)) {
                back.set(field, before);
            } else if (holds && field.startsWith(CUSTOM_PREFIX)) {
                ObjectNode custom = back.withObjectProperty(CUSTOM);
                String key = field.substring(CUSTOM_PREFIX.length());
                if (before.isNull()) {
                    custom.remove(key);
                } else {
                    custom.set(key, before);
                }
            }
        });
        return back;
    }

    /** The merge patch that takes the changes back. */
    static ObjectNode reversed(ObjectNode changes) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            JsonNode before = change.getValue().get(0);
            if (change.getKey().startsWith(CUSTOM_PREFIX)) {
                patch.withObjectProperty(CUSTOM).set(change.getKey().substring(CUSTOM_PREFIX.length()), before);
            } else {
                patch.set(change.getKey(), before);
            }
        });
        return patch;
    }

    private static JsonNode value(ObjectNode state, String field) {
        JsonNode value = field.startsWith(CUSTOM_PREFIX) && state.has(CUSTOM)
                ? state.get(CUSTOM).get(field.substring(CUSTOM_PREFIX.length()))
                : state.get(field);
        return value == null ? NullNode.instance : value;
    }
}
