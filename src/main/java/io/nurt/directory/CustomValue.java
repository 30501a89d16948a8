package io.nurt.directory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values of custom fields: each type has one form in which it is stored. */
final class CustomValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TEXT = 5_000;
    private static final BigDecimal NUMBER = new BigDecimal("1e18");
    private static final int DECIMALS = 12;

    private CustomValue() {}

    /**
     * The value in its stored form.
     *
     * @param given never null or JSON's null
     * @throws RefusedValue when it is not of the field's type
     */
    static JsonNode of(CustomField field, JsonNode given) {
        return switch (field.type()) {
            case "text" -> JSON.stringNode(text(given, TEXT));
            case "url" -> JSON.stringNode(WebAddress.of(text(given, 2_000)).value());
            case "number" -> number(given);
            case "date" -> date(text(given, 10));
            case "boolean" -> bool(given);
            case "choice" -> JSON.stringNode(option(field, text(given, TEXT)));
            case "choices" -> choices(field, given);
            default -> throw new IllegalStateException("Unknown type of custom field " + field.type());
        };
    }

    private static String text(JsonNode given, int limit) {
        if (!given.isValueNode()) {
            throw new RefusedValue("common.wrong-type");
        }
        String text = CleanText.storable(given.asString());
        if (CleanText.length(text) > limit) {
            throw new RefusedValue("common.too-long", limit);
        }
        return text;
    }

    private static JsonNode number(JsonNode given) {
        BigDecimal number;
        try {
            number = given.isNumber()
                    ? given.decimalValue()
                    : new BigDecimal(text(given, 100).strip());
        } catch (NumberFormatException e) {
            throw new RefusedValue("directory.not-a-number", given.asString());
        }
        if (number.precision() > 60
                || Math.abs((long) number.scale()) > 60
                || number.abs().compareTo(NUMBER) >= 0
                || number.stripTrailingZeros().scale() > DECIMALS) {
            throw new RefusedValue("directory.number-out-of-range");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return JSON.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static JsonNode date(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new RefusedValue("directory.not-a-date", text);
            }
            return JSON.stringNode(day.toString());
        } catch (DateTimeException e) {
            throw new RefusedValue("directory.not-a-date", text);
        }
    }

    private static JsonNode bool(JsonNode given) {
        if (given.isBoolean()) {
            return given;
        }
        return switch (text(given, 100).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> throw new RefusedValue("common.wrong-type");
        };
    }

    private static JsonNode choices(CustomField field, JsonNode given) {
        var chosen = new TreeSet<Integer>();
        for (JsonNode item : given.isArray() ? given : JSON.arrayNode().add(given)) {
            chosen.add(field.options().indexOf(option(field, text(item, TEXT))));
        }
        ArrayNode choices = JSON.arrayNode();
        chosen.forEach(index -> choices.add(field.options().get(index)));
        return choices;
    }

    private static String option(CustomField field, String text) {
        List<String> options = field.options();
        if (options.contains(text)) {
            return text;
        }
        return options.stream()
                .filter(option -> option.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new RefusedValue("directory.not-an-option", text));
    }
}
