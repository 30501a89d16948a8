package io.nurt.forecast.internal.billing;

/** Makes texts safe for spreadsheets, which execute a cell that begins like a formula. */
public final class Defused {
    private Defused() {}

    /** An apostrophe before what a spreadsheet would execute; spreadsheets do not show it. */
    public static String of(String text) {
        String begins = text.stripLeading();
        if (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return !begins.isEmpty() && "=+-@|\uFF1D\uFF0B\uFF0D\uFF20".indexOf(begins.charAt(0)) >= 0 ? "'" + text : text;
    }
}
