package io.nurt.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that keep cards in order: between any two there is room for another, so that a move writes one row. Text of the digits
 * {@code 0-9A-Za-z}, compared byte by byte (collation "C").
 *
 * <p>A key is a whole number followed by a fraction. The first sign of the number tells how many digits it has, so that keys
 * put one after another (or one before another) grow with the logarithm of their count.
 */
final class Rank {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final String FIRST = "a0";

    private Rank() {}

    /** A key after {@code low} and before {@code high}; null stands for the start or the end. Needs {@code low < high}. */
    static String between(@Nullable String low, @Nullable String high) {
        if (low != null && high != null && low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("no room between " + low + " and " + high);
        }
        if (low == null) {
            return high == null ? FIRST : before(high);
        }
        if (high == null) {
            return after(low);
        }
        String lowWhole = whole(low);
        String highWhole = whole(high);
        if (lowWhole.equals(highWhole)) {
            return lowWhole + middle(low.substring(lowWhole.length()), high.substring(highWhole.length()));
        }
        String next = step(lowWhole, 1);
        return next != null && next.compareTo(high) < 0
                ? next
                : lowWhole + middle(low.substring(lowWhole.length()), null);
    }

    /** A key after {@code low}. */
    static String after(String low) {
        String whole = whole(low);
        String next = step(whole, 1);
        return next == null ? whole + middle(low.substring(whole.length()), null) : next;
    }

    /** A key before {@code high}. */
    static String before(String high) {
        String whole = whole(high);
        if (whole.length() < high.length()) {
            return whole;
        }
        String previous = step(whole, -1);
        if (previous == null) {
            throw new IllegalArgumentException("nothing goes before " + high);
        }
        return previous;
    }

    /** As many keys as asked for, ascending, strictly between the two. */
    static List<String> spread(@Nullable String low, @Nullable String high, int count) {
        List<String> keys = new ArrayList<>(count);
        if (high == null || low == null) {
            String last = low == null && high == null ? null : low;
            if (high == null) {
                for (int i = 0; i < count; i++) {
                    last = between(last, null);
                    keys.add(last);
                }
            } else {
                String first = high;
                for (int i = 0; i < count; i++) {
                    first = before(first);
                    keys.add(0, first);
                }
            }
            return keys;
        }
        halve(low, high, count, keys);
        return keys;
    }

    private static void halve(String low, String high, int count, List<String> keys) {
        if (count <= 0) {
            return;
        }
        String middle = between(low, high);
        int left = (count - 1) / 2;
        halve(low, middle, left, keys);
        keys.add(middle);
        halve(middle, high, count - 1 - left, keys);
    }

    /** A fraction strictly between two fractions; the empty one is zero, null is one. */
    private static String middle(String low, @Nullable String high) {
        StringBuilder result = new StringBuilder();
        String upper = high;
        for (int i = 0; ; i++) {
            int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int to = upper == null ? BASE : i < upper.length() ? DIGITS.indexOf(upper.charAt(i)) : 0;
            if (from == to) {
                result.append(DIGITS.charAt(from));
                continue;
            }
            if (to - from > 1) {
                return result.append(DIGITS.charAt((from + to) / 2)).toString();
            }
            if (upper != null && upper.length() > i + 1) {
                return result.append(DIGITS.charAt(to)).toString();
            }
            result.append(DIGITS.charAt(from));
            upper = null;
        }
    }

    private static String whole(String key) {
        char head = key.charAt(0);
        int length = head >= 'a' ? head - 'a' + 2 : 'Z' - head + 2;
        if (key.length() < length || head < 'A') {
            throw new IllegalArgumentException("not a rank: " + key);
        }
        return key.substring(0, length);
    }

    /** The next whole number up or down; null when there is none. */
    private static @Nullable String step(String whole, int by) {
        char head = whole.charAt(0);
        char[] digits = whole.substring(1).toCharArray();
        for (int i = digits.length - 1; i >= 0; i--) {
            int digit = DIGITS.indexOf(digits[i]) + by;
            if (digit >= 0 && digit < BASE) {
                digits[i] = DIGITS.charAt(digit);
                return head + new String(digits);
            }
            digits[i] = by > 0 ? '0' : 'z';
        }
        return wider(head, by);
    }

    private static @Nullable String wider(char head, int by) {
        char fill = by > 0 ? '0' : 'z';
        if (head == 'Z' && by > 0) {
            return FIRST;
        }
        if (head == 'a' && by < 0) {
            return "Zz";
        }
        char next = (char) (head + by);
        if (next > 'z' || next < 'A') {
            return null;
        }
        int length = next >= 'a' ? next - 'a' + 1 : 'Z' - next + 1;
        return next + String.valueOf(fill).repeat(length);
    }
}
