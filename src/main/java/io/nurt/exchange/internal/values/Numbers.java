package io.nurt.exchange.internal.values;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and money: {@code $22,700.00}, {@code 1 234,50 zł}, {@code 1.234,56}, {@code $1,117.10K},
 * {@code (1,200)}, {@code 12 %}.
 */
final class Numbers {
    /** What a text says about the sign before the decimals. */
    enum Shape {
        POINT,
        COMMA,
        /** {@code 1,234}: a thousand, or one and a bit; a comma stands there. */
        EITHER_BY_COMMA,
        EITHER_BY_POINT,
        PLAIN,
        NONE
    }

    private static final int MAX_LENGTH = 40;
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("zł", "PLN"),
            Map.entry("zl", "PLN"),
            Map.entry("¥", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("r$", "BRL"),
            Map.entry("kč", "CZK"),
            Map.entry("kc", "CZK"),
            Map.entry("ft", "HUF"),
            Map.entry("₴", "UAH"));
    private static final Map<String, Integer> SCALES =
            Map.of("k", 3, "tys", 3, "tys.", 3, "m", 6, "mm", 6, "mln", 6, "b", 9, "bn", 9, "mld", 9);
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Numbers() {}

    static boolean isCurrency(String code) {
        return CODES.contains(code);
    }

    static @Nullable String currency(String text) {
        String word = text.strip();
        String sign = SIGNS.get(word.toLowerCase(Locale.ROOT));
        if (sign != null) return sign;
        String code = word.toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? code : null;
    }

    static @Nullable ParsedNumber parse(String text, NumberStyle style) {
        Scan scan = scan(text);
        if (scan == null) return null;
        char decimal = style == NumberStyle.DECIMAL_POINT ? '.' : ',';
        char group = decimal == '.' ? ',' : '.';
        String digits = scan.digits;
        int mark = digits.indexOf(decimal);
        if (mark >= 0 && (digits.indexOf(decimal, mark + 1) >= 0 || digits.indexOf(group, mark) >= 0)) return null;
        String whole = mark < 0 ? digits : digits.substring(0, mark);
        if (!grouped(whole, group)) return null;
        String plain = whole.replace(String.valueOf(group), "") + (mark < 0 ? "" : "." + digits.substring(mark + 1));
        if (plain.endsWith(".")) plain = plain.substring(0, plain.length() - 1);
        if (plain.isEmpty()) return null;
        BigDecimal value = new BigDecimal(plain);
        if (scan.scale > 0) {
            value = value.scaleByPowerOfTen(scan.scale);
            if (value.scale() < 0) value = value.setScale(0);
        }
        return new ParsedNumber(scan.negative ? value.negate() : value, scan.currency, scan.percent);
    }

    /** Groups after the first have three digits (two or three in India); anything else is another kind of text. */
    private static boolean grouped(String whole, char group) {
        int from = whole.indexOf(group);
        if (from == 0) return false;
        while (from >= 0) {
            int next = whole.indexOf(group, from + 1);
            int width = (next < 0 ? whole.length() : next) - from - 1;
            if (width != 3 && !(width == 2 && next >= 0)) return false;
            from = next;
        }
        return true;
    }

    static Shape shape(String text) {
        Scan scan = scan(text);
        if (scan == null) return Shape.NONE;
        String digits = scan.digits;
        boolean point = parse(text, NumberStyle.DECIMAL_POINT) != null;
        boolean comma = parse(text, NumberStyle.DECIMAL_COMMA) != null;
        if (!point && !comma) return Shape.NONE;
        boolean hasPoint = digits.indexOf('.') >= 0;
        boolean hasComma = digits.indexOf(',') >= 0;
        if (!hasPoint && !hasComma) return Shape.PLAIN;
        if (point != comma) return point ? Shape.POINT : Shape.COMMA;
        // Both read it: one sign with three digits behind. 0.123 and 1234.567 have no group before the sign.
        int mark = Math.max(digits.indexOf('.'), digits.indexOf(','));
        boolean cannotGroup = digits.startsWith("0") || mark > 3;
        if (hasComma) return cannotGroup ? Shape.COMMA : Shape.EITHER_BY_COMMA;
        return cannotGroup ? Shape.POINT : Shape.EITHER_BY_POINT;
    }

    private static final class Scan {
        String digits = "";
        boolean negative;
        boolean percent;

        @Nullable
        String currency;

        int scale;
    }

    private static @Nullable Scan scan(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH) return null;
        int from = 0;
        while (from < length && !isDigit(text.charAt(from))) from++;
        if (from == length) return null;
        int to = length;
        while (!isDigit(text.charAt(to - 1))) to--;
        if (from > 0 && (text.charAt(from - 1) == '.' || text.charAt(from - 1) == ',')) from--;
        Scan scan = new Scan();
        if (from > 0 && !affix(text.substring(0, from), scan, true)) return null;
        if (to < length && !affix(text.substring(to), scan, false)) return null;
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c) || c == '.' || c == ',') digits.append(c);
            else if (!(isSpace(c) || c == '\'' || c == '’') || !groupFollows(text, i, to)) return null;
        }
        scan.digits = digits.toString();
        return scan;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    /** A space groups digits only where exactly three follow: {@code 512 757 6000} is a telephone. */
    private static boolean groupFollows(String text, int at, int to) {
        int i = at + 1;
        while (i < to && isDigit(text.charAt(i))) i++;
        return i - at - 1 == 3 && at > 0 && isDigit(text.charAt(at - 1));
    }

    /** Sign, currency, percent or scale beside the digits. */
    private static boolean affix(String raw, Scan scan, boolean before) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c) || c == '+' && before) continue;
            if (c == '-' || c == '\u2212') {
                if (scan.negative) return false;
                scan.negative = true;
            } else if (c == '(' && before) scan.negative = true;
            else if (c == ')' && !before && scan.negative) continue;
            else if (c == '%' && !before) scan.percent = true;
            else rest.append(c);
        }
        String word = rest.toString();
        if (word.isEmpty()) return true;
        String lower = word.toLowerCase(Locale.ROOT);
        if (!before) {
            for (int cut = Math.min(4, lower.length()); cut > 0; cut--) {
                Integer scale = SCALES.get(lower.substring(0, cut));
                String left = word.substring(cut);
                if (scale == null || !left.isEmpty() && currency(left) == null) continue;
                scan.scale = scale;
                word = left;
                break;
            }
            if (word.isEmpty()) return true;
        }
        String code = currency(word);
        if (code == null || scan.currency != null && !scan.currency.equals(code)) return false;
        scan.currency = code;
        return true;
    }
}
