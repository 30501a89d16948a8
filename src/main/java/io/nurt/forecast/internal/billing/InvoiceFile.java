package io.nurt.forecast.internal.billing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.nurt.kernel.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file of invoices taken apart: separator and encoding are found out, columns are known by their headings. */
final class InvoiceFile {
    static final int MOST_ROWS = 10_000;
    static final int MOST_MEGABYTES = 10;
    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final List<InvoiceColumn> NEEDED =
            List.of(InvoiceColumn.NUMBER, InvoiceColumn.AMOUNT, InvoiceColumn.ISSUED, InvoiceColumn.DUE);

    private InvoiceFile() {}

    /**
     * A line as it stands.
     *
     * @param line of the file, 1 first
     * @param broken a quotation mark that is missing made lines run together
     */
    record Line(long line, Map<InvoiceColumn, String> cells, boolean broken) {
        String cell(InvoiceColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * @param missing columns that are needed and not there; then there are no lines
     */
    record Lines(List<Line> lines, List<InvoiceColumn> missing) {}

    /** @throws Problem when it is too large, or no text at all */
    static Lines read(byte[] content) {
        checkSize(content.length);
        String text = text(content);
        if (text.indexOf('\0') >= 0) {
            throw new Problem(BillingProblem.FILE_UNREADABLE);
        }
        String head = text.lines().findFirst().orElse("");
        List<Line> lines = new ArrayList<>();
        Map<Integer, InvoiceColumn> columns = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(head))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (columns == null) {
                    columns = columns(row.getFields());
                    List<InvoiceColumn> missing = missing(columns);
                    if (!missing.isEmpty()) {
                        return new Lines(List.of(), missing);
                    }
                } else if (lines.size() == MOST_ROWS) {
                    throw tooLarge();
                } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    lines.add(line(row, columns));
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new Problem(BillingProblem.FILE_UNREADABLE);
        }
        return columns == null ? new Lines(List.of(), NEEDED) : new Lines(lines, List.of());
    }

    /** @throws Problem when a file of so many bytes is not taken */
    static void checkSize(long bytes) {
        if (bytes > MOST_MEGABYTES * 1024L * 1024) {
            throw tooLarge();
        }
    }

    private static Problem tooLarge() {
        return new Problem(BillingProblem.FILE_TOO_LARGE, MOST_ROWS, MOST_MEGABYTES);
    }

    private static Line line(CsvRecord row, Map<Integer, InvoiceColumn> columns) {
        Map<InvoiceColumn, String> cells = new EnumMap<>(InvoiceColumn.class);
        boolean broken = false;
        for (int i = 0; i < row.getFieldCount(); i++) {
            InvoiceColumn column = columns.get(i);
            String cell = row.getField(i).strip();
            broken |= cell.indexOf('\n') >= 0;
            if (column != null) {
                cells.put(column, undefused(cell));
            }
        }
        return new Line(row.getStartingLineNumber(), cells, broken);
    }

    /** What an export made safe for spreadsheets is read as it was. */
    private static String undefused(String cell) {
        return cell.length() > 1
                        && cell.charAt(0) == '\''
                        && !Defused.of(cell.substring(1)).equals(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static Map<Integer, InvoiceColumn> columns(List<String> headings) {
        Map<Integer, InvoiceColumn> columns = new java.util.HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            InvoiceColumn column = InvoiceColumn.of(headings.get(i));
            if (column != null && !columns.containsValue(column)) {
                columns.put(i, column);
            }
        }
        return columns;
    }

    private static List<InvoiceColumn> missing(Map<Integer, InvoiceColumn> columns) {
        List<InvoiceColumn> missing = new ArrayList<>(NEEDED);
        missing.removeAll(columns.values());
        if (!columns.containsValue(InvoiceColumn.COMPANY) && !columns.containsValue(InvoiceColumn.DEAL)) {
            missing.add(InvoiceColumn.COMPANY);
        }
        return missing;
    }

    private static char separator(String head) {
        char best = ',';
        long most = 0;
        for (char one : SEPARATORS) {
            long count = head.chars().filter(c -> c == one).count();
            if (count > most) {
                most = count;
                best = one;
            }
        }
        return best;
    }

    /** UTF-8, or what Polish Windows programs write. */
    private static String text(byte[] content) {
        String text = decoded(content, StandardCharsets.UTF_8);
        if (text == null) {
            text = new String(content, Charset.forName("windows-1250"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String decoded(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
