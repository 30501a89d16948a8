package io.nurt.exchange.internal.running;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file changes in a known company or contact: what it says and is otherwise. What it does not know stays; addresses to
 * write to, numbers to call and tags are added to those that are there.
 */
final class FactsPatch {
    private FactsPatch() {}

    static ObjectNode between(JsonNode now, JsonNode wanted) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(field -> {
            JsonNode before = now.path(field.getKey());
            JsonNode after = field.getValue();
            switch (field.getKey()) {
                case "emails", "phones" -> add(patch, field.getKey(), before, after, true);
                case "tags" -> add(patch, field.getKey(), before, after, false);
                case "addresses" -> {
                    if (before.isEmpty() && !after.isEmpty()) {
                        patch.set(field.getKey(), after);
                    }
                }
                case "custom" -> custom(patch, before, after);
                default -> {
                    if (!after.isNull() && !same(before, after)) {
                        patch.set(field.getKey(), after);
                    }
                }
            }
        });
        // The pairs are read together.
        if (patch.has("taxNumber") && wanted.path("taxCountry").isNull()) {
            patch.putNull("taxCountry");
        }
        return patch;
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.equals(b) || a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0;
    }

    private static void custom(ObjectNode patch, JsonNode before, JsonNode after) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        after.properties().forEach(value -> {
            if (!same(before.path(value.getKey()), value.getValue())) {
                changed.set(value.getKey(), value.getValue());
            }
        });
        if (!changed.isEmpty()) {
            patch.set("custom", changed);
        }
    }

    private static void add(ObjectNode patch, String field, JsonNode before, JsonNode after, boolean points) {
        Set<String> known = new HashSet<>();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : before) {
            known.add(key(item, points));
            all.add(item);
        }
        int present = all.size();
        for (JsonNode item : after) {
            if (known.add(key(item, points))) {
                all.add(item);
            }
        }
        if (all.size() > present) {
            patch.set(field, all);
        }
    }

    private static String key(JsonNode item, boolean point) {
        String text = point ? item.path("value").asString("") : item.asString("");
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s()-]", "");
    }
}
