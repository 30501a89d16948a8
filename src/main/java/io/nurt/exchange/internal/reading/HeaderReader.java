package io.nurt.exchange.internal.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether the first record names the columns, and gives every column a name of its own. */
final class HeaderReader {
    /** Numbers, dates, money, addresses: what stands in rows and hardly ever in a header. */
    private static final Pattern VALUE = Pattern.compile(
            "[-+($€£]*\\d[\\d\\s.,:/%()TZ+-]*|\\S+@\\S+\\.\\S+|(?i)true|false|https?://\\S+", Pattern.DOTALL);

    private HeaderReader() {}

    static boolean isHeader(List<String> first, List<List<String>> rows) {
        int values = 0;
        int named = 0;
        for (String cell : first) {
            String text = cell.strip();
            if (text.isEmpty()) continue;
            named++;
            if (VALUE.matcher(text).matches()) values++;
        }
        if (named == 0) return false;
        if (values == 0) return !repeats(first, rows);
        // A year or a quarter may head a column; a row of data holds several values.
        return values * 4 <= named && !repeats(first, rows);
    }

    /** Text of the first record that comes back below it in the same column, in most columns: then it is data. */
    private static boolean repeats(List<String> first, List<List<String>> rows) {
        int again = 0;
        int compared = 0;
        for (int i = 0; i < first.size(); i++) {
            String cell = first.get(i);
            if (cell.isBlank()) continue;
            compared++;
            for (List<String> row : rows) {
                if (i < row.size() && row.get(i).equals(cell)) {
                    again++;
                    break;
                }
            }
        }
        return compared > 0 && again * 2 > compared;
    }

    static List<Column> columns(List<String> headers) {
        List<Column> columns = new ArrayList<>(headers.size());
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String base = header.isBlank() ? "Column " + (i + 1) : header.strip();
            String name = base;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) name = base + " (" + n + ")";
            columns.add(new Column(i, name, header));
        }
        return List.copyOf(columns);
    }
}
