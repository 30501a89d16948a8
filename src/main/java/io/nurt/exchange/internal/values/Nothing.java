package io.nurt.exchange.internal.values;

/** Texts that stand for the absence of a value. A word such as "None" is not among them: it may be somebody's value. */
public final class Nothing {
    private Nothing() {}

    public static boolean is(String text) {
        return text.isBlank()
                || text.equals("\\N")
                || text.startsWith("000000000000000") && (text.length() == 15 || text.equals("000000000000000AAA"));
    }

    /** Without surrounding white space, the non-breaking kinds included. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\uFEFF';
    }
}
