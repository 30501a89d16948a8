package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the rows of one file become, and makes it so unless it only pretends to: a preview and a run are the same
 * code. Rows come in the file's order, some at a time, each time in a transaction.
 */
interface Planner {
    /** How many rows it takes at a time. */
    int portion();

    /** What tells that two rows are of one record; null when nothing does. */
    @Nullable
    RowKey key(InterpretedRow row);

    /** Whether rows with the same key are nevertheless different records. */
    default boolean keepsCopies() {
        return false;
    }

    /** @return an effect for each row, in their order */
    List<Effect> take(List<SourceRow> rows);

    /** The transaction of what was taken last is committed: what was remembered for it is in the database now. */
    default void committed() {}

    /** The transaction of what was taken last is rolled back: it never was. */
    default void rolledBack() {}
}
