package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportOptions.Unification;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.RowInterpreter;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.RawRecord;
import io.nurt.exchange.internal.reading.Refusal;
import io.nurt.exchange.internal.reading.Row;
import io.nurt.exchange.internal.reading.RowCursor;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.exchange.internal.values.Nothing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file from its start: unified as accepted, interpreted, compared with the rows before. */
final class RowSource implements Closeable {
    private final RowCursor cursor;
    private final char delimiter;
    private final RowInterpreter interpreter;
    private final Map<Integer, Map<String, String>> unified = new HashMap<>();
    private final boolean repaired;
    private final @Nullable Planner planner;
    private final SeenKeys seen = new SeenKeys();

    /** @param planner tells rows of one record; null when nobody asks */
    RowSource(ImportFile file, Path content, List<Unification> unifications, @Nullable Planner planner)
            throws IOException, UnreadableFileException {
        ForeignFile found =
                ForeignFile.inspect(content, file.name(), file.detection().reading());
        this.cursor = found.rows();
        this.delimiter = found.dialect().delimiter();
        this.interpreter = new RowInterpreter(file.mapping());
        this.repaired = file.detection().repaired();
        this.planner = planner;
        for (Unification one : unifications) {
            if (one.fileId().equals(file.id())) {
                unified.computeIfAbsent(one.column(), column -> new HashMap<>()).put(one.variant(), one.canonical());
            }
        }
    }

    /** Passes over rows that are done, remembering them. */
    void skip(long rows) throws IOException, UnreadableFileException {
        for (long i = 0; i < rows && one() != null; i++) {
            // read for their keys
        }
    }

    /** At most so many rows; none at the end. */
    List<SourceRow> next(int most) throws IOException, UnreadableFileException {
        List<SourceRow> rows = new ArrayList<>(most);
        for (SourceRow row = most > 0 ? one() : null; row != null; row = rows.size() < most ? one() : null) {
            rows.add(row);
        }
        return rows;
    }

    private @Nullable SourceRow one() throws IOException, UnreadableFileException {
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            if (row instanceof Row.Refused refused) {
                List<String> fields = RawRecord.fields(refused.raw(), delimiter);
                return new SourceRow(refused.line(), fields, null, List.of(refused.refusal()), null, 0);
            }
            if (row instanceof Row.Data data) {
                return source(data);
            }
        }
        return null;
    }

    private SourceRow source(Row.Data found) {
        Row.Data data = repaired ? undefused(found) : found;
        InterpretedRow row = interpreter.read(unify(data));
        if (row == null) {
            return new SourceRow(data.line(), data.fields(), null, interpreter.refusals(), null, 0);
        }
        RowKey key = planner == null ? null : planner.key(row);
        if (key == null || planner == null) {
            return new SourceRow(data.line(), data.fields(), row, List.of(), null, 0);
        }
        int slot = seen.see(key.text(), data.line());
        int copies = seen.count(slot) - 1;
        boolean copy = copies > 0 && !planner.keepsCopies();
        List<Refusal> refusals = copy ? List.of(key.copyOf(seen.firstLine(slot))) : List.of();
        return new SourceRow(data.line(), data.fields(), copy ? null : row, refusals, key.text(), copies);
    }

    private Row.Data unify(Row.Data data) {
        if (unified.isEmpty()) {
            return data;
        }
        List<String> cells = new ArrayList<>(data.fields());
        unified.forEach((column, variants) -> {
            String cell = cells.get(column);
            cells.set(
                    column,
                    Objects.requireNonNullElse(variants.get(cell), variants.getOrDefault(Nothing.trim(cell), cell)));
        });
        return new Row.Data(data.line(), cells);
    }

    /** A list of refused rows carries apostrophes before what a spreadsheet would execute. */
    private static Row.Data undefused(Row.Data data) {
        List<String> cells = new ArrayList<>(data.fields());
        cells.replaceAll(cell -> cell.length() > 1 && cell.charAt(0) == '\'' ? cell.substring(1) : cell);
        return new Row.Data(data.line(), cells);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
