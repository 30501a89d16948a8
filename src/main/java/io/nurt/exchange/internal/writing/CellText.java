package io.nurt.exchange.internal.writing;

/** Makes texts safe for spreadsheets, which execute a cell that begins like a formula. */
final class CellText {
    private CellText() {}

    /** An apostrophe before what a spreadsheet would execute; spreadsheets do not show it. */
    static String defused(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\u00A0')) from++;
        if (from == text.length()) return text;
        return switch (text.charAt(from)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '|', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> "'" + text;
            default -> text;
        };
    }
}
