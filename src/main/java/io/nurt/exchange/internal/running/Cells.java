package io.nurt.exchange.internal.running;

import io.nurt.directory.CleanText;
import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.running.RunContext.MadeField;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.exchange.internal.values.ParsedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of interpreted rows as records take them. */
final class Cells {
    static final int LINE = 500;
    private static final int DECIMALS = 4;
    private static final Pattern BREAK = Pattern.compile("\\h*\\R\\s*");

    private Cells() {}

    /** A value that is no text of one line, or too long for its field, refuses the row. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient io.nurt.exchange.internal.reading.Refusal refusal;

        Refused(io.nurt.exchange.internal.reading.Refusal refusal) {
            super(refusal.reason().name(), null, false, false);
            this.refusal = refusal;
        }

        io.nurt.exchange.internal.reading.Refusal refusal() {
            return refusal;
        }
    }

    /** A text with room for one line: where a file breaks it, a space stands. */
    static @Nullable String line(@Nullable String text) {
        return CleanText.line(text == null ? null : BREAK.matcher(text).replaceAll(" "));
    }

    static @Nullable String line(InterpretedRow row, TargetField field, int longest) {
        String text = line(row.text(field));
        if (text != null && text.length() > longest) {
            throw new Refused(RefusalReason.TEXT_TOO_LONG.with(row.header(field), text.length(), longest));
        }
        return text;
    }

    /** All values of a field, each once. */
    static List<String> all(InterpretedRow row, TargetField field) {
        List<Object> values = row.values().get(field);
        if (values == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                String text = CleanText.line(String.valueOf(one));
                if (text != null && !texts.contains(text)) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** Several values in a cell, as systems join them. */
    static List<String> split(InterpretedRow row, TargetField field, String separators) {
        List<String> parts = new ArrayList<>();
        for (String value : all(row, field)) {
            for (String part : value.split(separators)) {
                String clean = CleanText.line(part);
                if (clean != null && !parts.contains(clean)) {
                    parts.add(clean);
                }
            }
        }
        return parts;
    }

    static @Nullable BigDecimal money(InterpretedRow row, TargetField field) {
        return row.first(field) instanceof ParsedNumber number
                ? number.value()
                        .setScale(Math.min(DECIMALS, Math.max(0, number.value().scale())), RoundingMode.HALF_UP)
                : null;
    }

    static @Nullable String currencySign(InterpretedRow row, TargetField field) {
        return row.first(field) instanceof ParsedNumber number ? number.currency() : null;
    }

    static @Nullable Integer whole(InterpretedRow row, TargetField field) {
        if (!(row.first(field) instanceof ParsedNumber number)) {
            return null;
        }
        try {
            return number.value().setScale(0, RoundingMode.HALF_UP).intValueExact();
        } catch (ArithmeticException e) {
            throw new Refused(RefusalReason.NUMBER_OUT_OF_RANGE.with(row.header(field), number.value()));
        }
    }

    static @Nullable ParsedDate date(InterpretedRow row, TargetField field) {
        return row.first(field) instanceof ParsedDate date ? date : null;
    }

    /** Values of custom fields by their keys, as they are stored. */
    static Map<String, Object> custom(InterpretedRow row, Map<String, MadeField> fields, ZoneId zone) {
        if (row.custom().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> custom = new LinkedHashMap<>();
        row.custom().forEach((header, value) -> {
            MadeField field = fields.get(header);
            if (field != null) {
                custom.put(field.key(), stored(field.type(), value, zone));
            }
        });
        return custom;
    }

    private static Object stored(CustomType type, Object value, ZoneId zone) {
        if (value instanceof ParsedDate date) {
            return date.day(zone).toString();
        }
        if (value instanceof ParsedNumber number) {
            BigDecimal plain = number.value().stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
        if (value instanceof Boolean && type == CustomType.BOOLEAN) {
            return value;
        }
        String text = CleanText.line(value.toString());
        return text == null ? "" : text;
    }

    /** What a row says, as a fingerprint: the same text means the same. */
    static String hash(InterpretedRow row) {
        return hash(row.values() + "\u0000" + row.stageDates() + "\u0000" + row.custom());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
