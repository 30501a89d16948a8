package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.reading.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as read from a file.
 *
 * @param cells as found; of a row whose quotes are broken, its whole text alone
 * @param row null when it is refused, or a copy that does not go in
 * @param refusals what is wrong with it
 * @param key by which rows of the same record are recognised; null: not by anything
 * @param copies rows before this one with that key
 */
record SourceRow(
        long line,
        List<String> cells,
        @Nullable InterpretedRow row,
        List<Refusal> refusals,
        @Nullable String key,
        int copies) {

    InterpretedRow read() {
        if (row == null) {
            throw new IllegalStateException("row in line " + line + " is refused");
        }
        return row;
    }
}
