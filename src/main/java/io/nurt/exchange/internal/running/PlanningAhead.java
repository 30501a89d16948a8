package io.nurt.exchange.internal.running;

import io.nurt.pipeline.SideBySide;
import java.util.List;

/** A planner that can decide about rows while those before them are still being written. */
interface PlanningAhead extends Planner {
    /**
     * Decides without writing what can be written later; what cannot is written now, in a transaction that is to be committed.
     *
     * @param writing to be done in another transaction, before which what was decided earlier is committed
     */
    record Plan(List<Effect> effects, SideBySide.Portion writing) {}

    /** As {@link #take} in two steps. */
    Plan plan(List<SourceRow> rows);

    /** The transaction in which something was planned is committed, its writing not. */
    void planned();

    @Override
    default List<Effect> take(List<SourceRow> rows) {
        Plan plan = plan(rows);
        plan.writing().beside();
        plan.writing().inTurn();
        return plan.effects();
    }
}
