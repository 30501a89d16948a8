package io.nurt.exchange.internal.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An XLSX workbook of one sheet. Its texts are typed as text, so nothing in them is executed and nothing is added. */
public final class WorkbookListWriter implements ListWriter {
    /** What Excel takes in a cell, and in a sheet. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int MOST_ROWS = 1_048_576;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;

    public WorkbookListWriter(OutputStream out, String sheetName, ZoneId zone) {
        this.workbook = new Workbook(out, "Nurt", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        this.zone = zone;
    }

    @Override
    public void header(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            sheet.value(row, i, names.get(i));
            sheet.style(row, i).bold().set();
        }
        sheet.freezePane(0, 1);
        row++;
    }

    /** @throws IllegalStateException beyond the rows that a sheet can hold; export as CSV instead */
    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row >= MOST_ROWS) throw new IllegalStateException("a sheet holds " + MOST_ROWS + " rows");
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) cell(i, cell);
        }
        if (++row % 1_000 == 0) sheet.flush();
    }

    private void cell(int column, Object cell) {
        if (cell instanceof Number number) sheet.value(row, column, number);
        else if (cell instanceof Boolean truth) sheet.value(row, column, truth);
        else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant moment) {
            sheet.value(row, column, moment.atZone(zone).toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            String text = cell.toString();
            sheet.value(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        workbook.close();
    }
}
