package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of one record that was two. Of each field the chosen value is kept; where nothing was chosen, this record's, or the
 * other's where this one has none. Of lists everything is kept, the chosen record's first.
 */
final class MergedFacts {
    private static final int MOST = 50;
    private static final String THIS = "this";
    private static final String OTHER = "other";
    /** A field by which it is chosen, and what goes with it. */
    private static final Map<String, List<String>> OF_COMPANY = fields(
            Map.of("annualRevenue", List.of("revenueCurrency"), "taxNumber", List.of("taxCountry")),
            "name",
            "website",
            "industry",
            "employees",
            "annualRevenue",
            "foundedYear",
            "taxNumber",
            "parentId",
            "ownerId",
            "source",
            "description");

    private static final Map<String, List<String>> OF_CONTACT = fields(
            Map.of("name", List.of("firstName", "lastName")),
            "name",
            "jobTitle",
            "companyId",
            "ownerId",
            "source",
            "description");

    private static final Set<String> LISTS = Set.of("emails", "phones", "addresses", "tags");
    private static final String CUSTOM_PREFIX = Changes.CUSTOM + ".";

    private MergedFacts() {}

    private static Map<String, List<String>> fields(Map<String, List<String>> companions, String... names) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, companions.getOrDefault(name, List.of()));
        }
        return fields;
    }

    /**
     * @param choices field to {@code this} or {@code other}; a custom field as {@code custom.<key>}
     * @param country whose telephone numbers are written without a prefix
     * @throws Problem naming each choice that is none
     */
    static ObjectNode of(
            RecordKind kind,
            ObjectNode mine,
            ObjectNode others,
            Map<String, String> choices,
            @Nullable String country) {
        Map<String, List<String>> fields = kind == RecordKind.COMPANY ? OF_COMPANY : OF_CONTACT;
        check(fields.keySet(), mine, others, choices);
        ObjectNode merged = mine.deepCopy();
        fields.forEach((field, companions) -> {
            if (takesOthers(choices.get(field), mine.path(field), others.path(field))) {
                merged.set(field, others.path(field));
                companions.forEach(companion -> merged.set(companion, others.path(companion)));
            }
        });
        list(merged, "emails", mine, others, choices, email -> value(email).toLowerCase(Locale.ROOT));
        list(merged, "phones", mine, others, choices, phone -> PhoneNumbers.key(value(phone), country));
        list(merged, "addresses", mine, others, choices, MergedFacts::place);
        list(merged, "tags", mine, others, choices, JsonNode::asString);
        merged.set(Changes.CUSTOM, custom(mine, others, choices));
        return merged;
    }

    private static void check(Set<String> fields, ObjectNode mine, ObjectNode others, Map<String, String> choices) {
        Problem problem = new Problem(CommonProblem.INVALID);
        choices.forEach((field, choice) -> {
            boolean known = fields.contains(field)
                    || LISTS.contains(field)
                    || (field.startsWith(CUSTOM_PREFIX)
                            && customKeys(mine, others).contains(field.substring(CUSTOM_PREFIX.length())));
            if (!known) {
                problem.field("choices." + field, "common.unknown-field");
            } else if (!THIS.equals(choice) && !OTHER.equals(choice)) {
                problem.field("choices." + field, "directory.unknown-choice", String.valueOf(choice));
            }
        });
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }

    private static boolean takesOthers(@Nullable String choice, JsonNode mine, JsonNode others) {
        return choice == null ? empty(mine) && !empty(others) : choice.equals(OTHER);
    }

    private static boolean empty(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static void list(
            ObjectNode merged,
            String field,
            ObjectNode mine,
            ObjectNode others,
            Map<String, String> choices,
            Function<JsonNode, String> key) {
        boolean othersFirst = OTHER.equals(choices.get(field));
        Map<String, JsonNode> all = new LinkedHashMap<>();
        (othersFirst ? others : mine).path(field).forEach(one -> all.putIfAbsent(key.apply(one), one));
        (othersFirst ? mine : others).path(field).forEach(one -> all.putIfAbsent(key.apply(one), one));
        if (all.size() > MOST) {
            throw new Problem(CommonProblem.INVALID).field(field, "directory.too-many", MOST);
        }
        ArrayNode together = merged.putArray(field);
        all.values().forEach(together::add);
    }

    private static ObjectNode custom(ObjectNode mine, ObjectNode others, Map<String, String> choices) {
        ObjectNode custom = JsonNodeFactory.instance.objectNode();
        for (String key : customKeys(mine, others)) {
            JsonNode my = mine.path(Changes.CUSTOM).path(key);
            JsonNode their = others.path(Changes.CUSTOM).path(key);
            JsonNode kept = takesOthers(choices.get(CUSTOM_PREFIX + key), my, their) ? their : my;
            if (!empty(kept)) {
                custom.set(key, kept);
            }
        }
        return custom;
    }

    private static Set<String> customKeys(ObjectNode mine, ObjectNode others) {
        Set<String> keys = new TreeSet<>(mine.path(Changes.CUSTOM).propertyNames());
        keys.addAll(others.path(Changes.CUSTOM).propertyNames());
        return keys;
    }

    private static String value(JsonNode point) {
        return point.path("value").asString();
    }

    /** What an address is called does not make it another one. */
    private static String place(JsonNode address) {
        ObjectNode place = (ObjectNode) address.deepCopy();
        place.remove("label");
        return place.toString().toLowerCase(Locale.ROOT);
    }
}
