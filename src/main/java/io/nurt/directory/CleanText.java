package io.nurt.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is done to every text before it is stored. Two things a database text cannot hold are cleaned: the sign NUL (U+0000) is
 * left out, half of a surrogate pair becomes U+FFFD. A text of one line also loses the white space around it; one in which
 * nothing is to be seen is no value: a name of blanks could be neither read nor clicked. Everything else stays as it was
 * entered, however odd.
 */
public final class CleanText {
    /** Signs that are drawn as nothing: fillers of Hangul, the empty cell of Braille, what is no character at all. */
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFFE, 0xFFFF);

    private CleanText() {}

    /** A long text; null when nothing is left. */
    public static @Nullable String block(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = storable(text);
        return clean.isBlank() ? null : clean;
    }

    /** A text of one line, such as a name; null when nothing is left. */
    public static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = storable(text).strip();
        return clean.codePoints().anyMatch(CleanText::visible) ? clean : null;
    }

    private static boolean visible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !BLANKS.contains(sign);
        };
    }

    /** A JSON value with every text in it made storable, names of members too. */
    public static JsonNode json(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(storable(node.stringValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(json(item)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> object.set(storable(member.getKey()), json(member.getValue())));
            return object;
        }
        return node;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (sign != 0) {
                clean.appendCodePoint(sign);
            }
        });
        return clean.toString();
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == 0 || Character.isSurrogate(sign)) {
                return false;
            }
        }
        return true;
    }
}
