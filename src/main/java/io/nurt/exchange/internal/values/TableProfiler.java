package io.nurt.exchange.internal.values;

import io.nurt.exchange.internal.reading.Column;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.reading.Row;
import io.nurt.exchange.internal.reading.RowCursor;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole file once and tells what its columns are. */
public final class TableProfiler {
    private static final int SHOWN = 100;
    /** Values remembered over all columns: bounds the memory at some tens of megabytes. */
    private static final int REMEMBERED = 300_000;

    private static final int REMEMBERED_PER_COLUMN = 20_000;

    private TableProfiler() {}

    /** @throws UnreadableFileException when the file holds no row of data, or too many */
    public static TableProfile profile(ForeignFile file) throws IOException, UnreadableFileException {
        int share = Math.min(REMEMBERED_PER_COLUMN, REMEMBERED / file.columns().size());
        List<ColumnProfiler> profilers = new ArrayList<>();
        for (Column column : file.columns()) profilers.add(new ColumnProfiler(column, share));
        long data = 0;
        long refused = 0;
        long blank = 0;
        long notes = 0;
        List<Row.Refused> firstRefused = new ArrayList<>();
        List<Row.Data> firstRows = new ArrayList<>();
        try (RowCursor rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof Row.Data found) {
                    data++;
                    if (firstRows.size() < SHOWN) firstRows.add(found);
                    for (int i = 0; i < profilers.size(); i++) profilers.get(i).add(found.field(i));
                } else if (row instanceof Row.Refused found) {
                    refused++;
                    if (firstRefused.size() < SHOWN) firstRefused.add(found);
                } else if (row instanceof Row.Blank) {
                    blank++;
                } else {
                    notes++;
                }
            }
        }
        if (data + refused == 0) throw new UnreadableFileException(RefusalReason.NO_DATA_ROWS.with());
        return new TableProfile(file, columns(file, profilers), data, refused, blank, notes, firstRefused, firstRows);
    }

    /** A column that leaves a question open is answered by the others: one file is written by one machine. */
    private static List<ColumnProfile> columns(ForeignFile file, List<ColumnProfiler> profilers) {
        // Where the comma is taken for decimals, spreadsheets delimit with semicolons.
        NumberStyle usual = file.dialect().delimiter() == ';' ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
        List<ColumnProfile> columns = new ArrayList<>();
        for (ColumnProfiler profiler : profilers) columns.add(profiler.profile(usual));
        boolean dollars = columns.stream().anyMatch(column -> "USD".equals(column.currency()));
        for (int i = 0; i < columns.size(); i++) {
            ColumnProfile column = columns.get(i);
            if (column.type().temporal() && column.dateSureness() == Sureness.ASSUMED) {
                columns.set(i, datesLikeOthers(column, columns, dollars));
            } else if (column.type().numeric() && column.numberSureness() == Sureness.ASSUMED) {
                columns.set(i, numbersLikeOthers(column, columns, profilers));
            }
        }
        return List.copyOf(columns);
    }

    private static ColumnProfile datesLikeOthers(ColumnProfile column, List<ColumnProfile> columns, boolean dollars) {
        for (ColumnProfile other : columns) {
            if (other.type().temporal()
                    && other.dateSureness() == Sureness.CERTAIN
                    && other.dateSeparator() == column.dateSeparator()) {
                return column.withDates(other.dateOrder(), Sureness.FROM_OTHER_COLUMN);
            }
        }
        boolean american = dollars && column.dateSeparator() == '/';
        return column.withDates(american ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, Sureness.ASSUMED);
    }

    private static ColumnProfile numbersLikeOthers(
            ColumnProfile column, List<ColumnProfile> columns, List<ColumnProfiler> profilers) {
        for (ColumnProfile other : columns) {
            if (other.type().numeric() && profilers.get(other.column().index()).showsStyle()) {
                return column.withNumbers(other.numberStyle(), Sureness.FROM_OTHER_COLUMN);
            }
        }
        return column;
    }
}
