package io.nurt.exchange.internal.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in the shapes that CRM systems and spreadsheets write: ISO, {@code 23.11.2026}, {@code 11/23/2026},
 * {@code 15 Apr, 2021 00:02:00}, {@code 3 marca 2021}, {@code 4/1/24 9:05 PM}. Only all-numeric dates with the year last
 * depend on the order; see {@link Shape}.
 */
final class Dates {
    /** What a text says about the order of day and month. */
    enum Shape {
        /** Year first or month by name: no order is needed. */
        CERTAIN,
        /** Only the day first makes a date. */
        DAY_FIRST,
        /** Only the month first makes a date. */
        MONTH_FIRST,
        /** Both orders make different dates. */
        EITHER,
        /** Both orders make the same date. */
        SAME,
        NONE
    }

    private static final int MAX_LENGTH = 48;
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        String[][] names = {
            {"jan", "january", "sty", "styczen", "stycznia"},
            {"feb", "february", "lut", "luty", "lutego"},
            {"mar", "march", "marzec", "marca"},
            {"apr", "april", "kwi", "kwiecien", "kwietnia"},
            {"may", "maj", "maja"},
            {"jun", "june", "cze", "czerwiec", "czerwca"},
            {"jul", "july", "lip", "lipiec", "lipca"},
            {"aug", "august", "sie", "sierpien", "sierpnia"},
            {"sep", "sept", "september", "wrz", "wrzesien", "wrzesnia"},
            {"oct", "october", "paz", "pazdziernik", "pazdziernika"},
            {"nov", "november", "lis", "listopad", "listopada"},
            {"dec", "december", "gru", "grudzien", "grudnia"}
        };
        for (int i = 0; i < names.length; i++) for (String name : names[i]) MONTHS.put(name, i + 1);
    }

    private Dates() {}

    static @Nullable ParsedDate parse(String text, DateOrder order) {
        Scan scan = scan(text);
        if (scan == null) return null;
        return order == DateOrder.DAY_FIRST || scan.certain ? scan.asWritten() : scan.swapped();
    }

    static Shape shape(String text) {
        Scan scan = scan(text);
        if (scan == null) return Shape.NONE;
        boolean first = scan.asWritten() != null;
        if (scan.certain) return first ? Shape.CERTAIN : Shape.NONE;
        boolean second = scan.swapped() != null;
        if (first && second) return scan.day == scan.month ? Shape.SAME : Shape.EITHER;
        return first ? Shape.DAY_FIRST : second ? Shape.MONTH_FIRST : Shape.NONE;
    }

    /** The separator of an all-numeric date with the year last, or 0. */
    static char separator(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '/' || c == '-') return c;
        }
        return 0;
    }

    /** Days since 1899-12-30, as spreadsheets count them; from 1954 to 2173, so that ordinary numbers are not dates. */
    static @Nullable ParsedDate serial(String text) {
        try {
            double days = Double.parseDouble(text.strip());
            if (!(days >= 20_000 && days < 100_000)) return null;
            LocalDate date = LocalDate.of(1899, 12, 30).plusDays((long) days);
            long seconds = Math.round((days - Math.floor(days)) * 86_400);
            return new ParsedDate(date, seconds == 0 ? null : LocalTime.ofSecondOfDay(Math.min(seconds, 86_399)), null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Milliseconds since 1970, as programming interfaces write them. */
    static @Nullable ParsedDate epochMillis(String text) {
        String digits = text.strip();
        if (digits.length() < 12 || digits.length() > 13 || !digits.chars().allMatch(Character::isDigit)) return null;
        long millis = Long.parseLong(digits);
        LocalDateTime at =
                LocalDateTime.ofEpochSecond(millis / 1000, (int) (millis % 1000) * 1_000_000, ZoneOffset.UTC);
        return new ParsedDate(at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC);
    }

    private static final class Scan {
        boolean certain;
        int year;
        int month;
        int day;

        @Nullable
        LocalTime time;

        @Nullable
        ZoneOffset offset;

        @Nullable
        ParsedDate asWritten() {
            return date(year, month, day);
        }

        @Nullable
        ParsedDate swapped() {
            return date(year, day, month);
        }

        private @Nullable ParsedDate date(int y, int m, int d) {
            if (m < 1 || m > 12 || d < 1 || d > 31 || y < 1) return null;
            try {
                return new ParsedDate(LocalDate.of(y, m, d), time, offset);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private static @Nullable Scan scan(String text) {
        int length = text.length();
        if (length < 6 || length > MAX_LENGTH) return null;
        boolean digit = false;
        for (int i = 0; i < length && !digit; i++) digit = Character.isDigit(text.charAt(i));
        if (!digit) return null;
        Cursor at = new Cursor(text);
        at.weekday();
        Scan scan = new Scan();
        if (!date(at, scan)) return null;
        at.skip(" ,T");
        if (at.more() && !time(at, scan)) return null;
        return at.more() ? null : scan;
    }

    private static boolean date(Cursor at, Scan scan) {
        int width = at.digits();
        if (width == 0) { // Apr 15, 2021
            scan.month = at.month();
            if (scan.month == 0) return false;
            at.skip(" .-/");
            if (at.digits() == 0 || at.digits() > 2) return false;
            scan.day = at.number();
            at.skip(" ,.-/");
            scan.certain = true;
            return year(at, scan);
        }
        int first = at.number();
        char separator = at.peek();
        if (width == 4) { // 2021-04-15
            if ("-/.".indexOf(separator) < 0) return false;
            at.skip("-/.");
            scan.year = first;
            if (at.digits() > 0) {
                scan.month = at.number();
            } else {
                scan.month = at.month();
            }
            at.skip("-/.");
            if (at.digits() == 0 || at.digits() > 2) return false;
            scan.day = at.number();
            scan.certain = true;
            return true;
        }
        if (width == 8) { // 20210415
            scan.year = first / 10_000;
            scan.month = first / 100 % 100;
            scan.day = first % 100;
            scan.certain = true;
            return scan.year >= 1900 && scan.year < 2200;
        }
        if (width > 2) return false;
        scan.day = first;
        at.skip(" .-/");
        if (at.digits() == 0) { // 15 Apr, 2021
            scan.month = at.month();
            if (scan.month == 0) return false;
            at.skip(" ,.-/");
            scan.certain = true;
            return year(at, scan);
        }
        if ("./-".indexOf(separator) < 0 || at.digits() > 2) return false;
        scan.month = at.number();
        if (at.peek() != separator) return false;
        at.skip("./-");
        return year(at, scan);
    }

    private static boolean year(Cursor at, Scan scan) {
        int width = at.digits();
        if (width != 4 && width != 2) return false;
        int year = at.number();
        // Two digits: a sales system holds no deals of 1930, and its plans end before 2070.
        scan.year = width == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
        at.word("r");
        at.skip(".");
        return true;
    }

    private static boolean time(Cursor at, Scan scan) {
        if (at.digits() == 0 || at.digits() > 2) return false;
        int hour = at.number();
        int minute = 0;
        int second = 0;
        int nano = 0;
        if (at.peek() == ':') {
            at.skip(":");
            if (at.digits() != 2) return false;
            minute = at.number();
            if (at.peek() == ':') {
                at.skip(":");
                if (at.digits() != 2) return false;
                second = at.number();
                if (at.peek() == '.' || at.peek() == ',') {
                    at.skip(".,");
                    int width = at.digits();
                    if (width == 0 || width > 9) return false;
                    nano = at.number();
                    for (int i = width; i < 9; i++) nano *= 10;
                }
            }
        } else if (!at.rest().strip().toLowerCase(Locale.ROOT).matches("[ap]\\.?m\\.?")) {
            return false;
        }
        at.skip(" ");
        if (at.word("am") || at.word("a.m.")) hour = hour == 12 ? 0 : hour;
        else if (at.word("pm") || at.word("p.m.")) hour = hour == 12 ? 12 : hour + 12;
        at.skip(" ");
        try {
            scan.time = LocalTime.of(hour, minute, second, nano);
            if (at.more()) {
                String zone = at.rest().strip();
                scan.offset = zone.equals("UTC") || zone.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(zone);
                at.end();
            }
        } catch (DateTimeException e) {
            return false;
        }
        return true;
    }

    private static final class Cursor {
        private final String text;
        private int pos;

        Cursor(String text) {
            this.text = text;
        }

        boolean more() {
            return pos < text.length();
        }

        char peek() {
            return more() ? text.charAt(pos) : 0;
        }

        String rest() {
            return text.substring(pos);
        }

        void end() {
            pos = text.length();
        }

        int digits() {
            int i = pos;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
            return i - pos;
        }

        /** At most nine digits are given by callers' checks or are no date anyway. */
        int number() {
            int n = 0;
            for (int width = Math.min(digits(), 9); width > 0; width--) n = n * 10 + (text.charAt(pos++) - '0');
            return n;
        }

        void skip(String chars) {
            while (more() && (chars.indexOf(peek()) >= 0 || peek() == '\u00A0' && chars.indexOf(' ') >= 0)) pos++;
        }

        boolean word(String word) {
            int from = pos;
            while (from < text.length() && text.charAt(from) == ' ') from++;
            if (!text.regionMatches(true, from, word, 0, word.length())) return false;
            pos = from + word.length();
            return true;
        }

        int month() {
            int from = pos;
            while (more() && Character.isLetter(peek())) pos++;
            Integer month = from == pos ? null : MONTHS.get(Folding.fold(text.substring(from, pos)));
            return month == null ? 0 : month;
        }

        /** {@code Mon, } before a date. */
        void weekday() {
            int comma = text.indexOf(',');
            if (comma >= 2 && comma <= 12 && text.substring(0, comma).chars().allMatch(Character::isLetter)) {
                pos = comma + 1;
                skip(" ");
            }
        }
    }
}
