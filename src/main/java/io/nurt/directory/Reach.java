package io.nurt.directory;

import io.nurt.kernel.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What companies and contacts have alike: how to reach them, and tags. Reads it from requests and cleans it. */
final class Reach {
    private static final int MOST_POINTS = 50;
    private static final int MOST_TAGS = 50;
    private static final int TAG = 100;

    private Reach() {}

    static List<ContactPoint> clean(List<ContactPoint> points) {
        List<ContactPoint> clean = new ArrayList<>();
        for (ContactPoint point : points) {
            String value = CleanText.line(point.value());
            if (value != null) {
                clean.add(new ContactPoint(value, CleanText.line(point.label())));
            }
        }
        return List.copyOf(clean);
    }

    static List<PostalAddress> cleanAddresses(List<PostalAddress> addresses) {
        return addresses.stream()
                .map(PostalAddress::clean)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    static List<String> cleanTags(List<String> tags) {
        return tags.stream()
                .map(CleanText::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<ContactPoint> emails(Patch patch, ObjectMapper json, List<ContactPoint> now, FieldChecks checks) {
        if (!patch.has("emails")) {
            return now;
        }
        List<ContactPoint> emails = points(patch, "emails", json, checks);
        List<ContactPoint> read = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            ContactPoint email = emails.get(i);
            EmailAddress address = checks.read("emails[" + i + "].value", () -> EmailAddress.of(email.value()));
            if (address != null) {
                read.add(new ContactPoint(address.value(), email.label()));
            }
        }
        return read;
    }

    /** Telephone numbers are never refused for what they are: an unreadable one is kept as entered. */
    static List<ContactPoint> phones(Patch patch, ObjectMapper json, List<ContactPoint> now, FieldChecks checks) {
        return patch.has("phones") ? points(patch, "phones", json, checks) : now;
    }

    static List<PostalAddress> addresses(Patch patch, ObjectMapper json, List<PostalAddress> now, FieldChecks checks) {
        if (!patch.has("addresses")) {
            return now;
        }
        PostalAddress[] given = patch.read("addresses", node -> json.treeToValue(node, PostalAddress[].class), null);
        List<PostalAddress> addresses = given == null
                ? List.of()
                : cleanAddresses(Arrays.stream(given).filter(Objects::nonNull).toList());
        atMost("addresses", addresses.size(), MOST_POINTS, checks);
        for (int i = 0; i < addresses.size(); i++) {
            PostalAddress address = addresses.get(i);
            String at = "addresses[" + i + "].";
            checks.line(at + "label", address.label(), TAG);
            checks.line(at + "street", address.street(), FieldChecks.LINE);
            checks.line(at + "postalCode", address.postalCode(), TAG);
            checks.line(at + "city", address.city(), FieldChecks.LINE);
            checks.line(at + "region", address.region(), FieldChecks.LINE);
            checks.line(at + "country", address.country(), FieldChecks.LINE);
        }
        return addresses;
    }

    static List<String> tags(Patch patch, ObjectMapper json, List<String> now, FieldChecks checks) {
        if (!patch.has("tags")) {
            return now;
        }
        String[] given = patch.read("tags", node -> json.treeToValue(node, String[].class), null);
        List<String> tags = given == null
                ? List.of()
                : cleanTags(Arrays.stream(given).filter(Objects::nonNull).toList());
        atMost("tags", tags.size(), MOST_TAGS, checks);
        for (int i = 0; i < tags.size(); i++) {
            checks.line("tags[" + i + "]", tags.get(i), TAG);
        }
        return tags;
    }

    private static List<ContactPoint> points(Patch patch, String field, ObjectMapper json, FieldChecks checks) {
        ContactPoint[] given =
                patch.read(field, node -> json.treeToValue(withValues(node), ContactPoint[].class), null);
        List<ContactPoint> points = given == null ? List.of() : clean(Arrays.asList(given));
        atMost(field, points.size(), MOST_POINTS, checks);
        for (int i = 0; i < points.size(); i++) {
            checks.line(field + "[" + i + "].value", points.get(i).value(), FieldChecks.LINE);
            checks.line(field + "[" + i + "].label", points.get(i).label(), TAG);
        }
        return points;
    }

    /** Each item must be an object; one without a value counts as an empty line of a form. */
    private static JsonNode withValues(JsonNode items) {
        var kept = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : items) {
            if (!item.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            if (item.hasNonNull("value")) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static void atMost(String field, int size, int most, FieldChecks checks) {
        if (size > most) {
            checks.refuse(field, "directory.too-many", most);
        }
    }
}
