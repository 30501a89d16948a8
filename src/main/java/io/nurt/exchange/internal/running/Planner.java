package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.pipeline.SideBySide;
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
    String key(InterpretedRow row);

    /** Whether rows with the same key are nevertheless different records. */
    default boolean keepsCopies() {
        return false;
    }

    /** @return an effect for each row, in their order */
    List<Effect> take(List<SourceRow> rows);

    /** Whether it can decide about rows while those before them are still being written. */
    default boolean plansAhead() {
        return false;
    }

    /**
     * Decides without writing what can be written later; what cannot is written now, in a transaction that is to be committed.
     *
     * @param writing to be done in another transaction, before which what was decided earlier is committed
     */
    record Plan(List<Effect> effects, SideBySide.Portion writing) {}

    /** As {@link #take} in two steps, for those who plan ahead. */
    default Plan plan(List<SourceRow> rows) {
        throw new UnsupportedOperationException();
    }

    /** The transaction of what was taken last is committed: what was remembered for it is in the database now. */
    default void committed() {}

    /** The transaction in which something was planned is committed, its writing not. */
    default void planned() {}

    /** The transaction of what was taken last is rolled back: it never was. */
    default void rolledBack() {}
}
