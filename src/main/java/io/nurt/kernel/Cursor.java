package io.nurt.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the sort keys of the last row of a page, from which the next page goes on. Opaque to clients. A value may
 * be null (nulls sort somewhere too).
 */
public record Cursor(List<@Nullable String> values) {
    private static final char SEPARATOR = '\u001f';
    private static final String NULL = "\u0000";

    public static Cursor of(@Nullable Object... values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : value.toString());
        }
        return new Cursor(texts);
    }

    public String encoded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            String value = values.get(i);
            text.append(value == null ? NULL : value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a key that a client sent back; null when it sent none.
     *
     * @throws Problem {@link CommonProblem#BAD_CURSOR} when it is not a key with {@code size} values
     */
    public static @Nullable Cursor decode(@Nullable String encoded, int size) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
        List<@Nullable String> values = new ArrayList<>();
        for (String value : text.split(String.valueOf(SEPARATOR), -1)) {
            values.add(value.equals(NULL) ? null : value);
        }
        if (values.size() != size) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
        return new Cursor(values);
    }
}
