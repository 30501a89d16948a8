package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for the rows of history files. They were stored with their deals, whole histories at once; here each is told to have
 * gone in with a deal that was made, to concern a deal that was known before and keeps the history it has, or to concern none.
 */
final class HistoryPlanner implements Planner {
    private static final int PORTION = 10_000;

    private final RunContext context;
    private final HistoryReading reading;
    private final RefStore refs;
    private final Map<String, Boolean> pretended;

    /** @param pretended while pretending: deals of the import, with whether they would be made */
    HistoryPlanner(RunContext context, HistoryReading reading, RefStore refs, Map<String, Boolean> pretended) {
        this.context = context;
        this.reading = reading;
        this.refs = refs;
        this.pretended = pretended;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        return null;
    }

    @Override
    public List<Effect> take(List<SourceRow> rows) {
        List<String> deals = new ArrayList<>();
        for (SourceRow source : rows) {
            String deal = source.read().text(TargetField.HISTORY_DEAL);
            if (deal != null) {
                deals.add(deal);
            }
        }
        Map<String, Boolean> made = new HashMap<>();
        refs.find(DealPlanner.KIND, context.source(), deals.stream().distinct().toList())
                .forEach((deal, ref) -> made.put(deal, context.importId().equals(ref.importId())));
        if (context.pretend()) {
            made.putAll(pretended);
        }
        List<Effect> effects = new ArrayList<>(rows.size());
        for (SourceRow source : rows) {
            effects.add(effect(source.read(), made));
        }
        return effects;
    }

    private Effect effect(InterpretedRow row, Map<String, Boolean> made) {
        try {
            String deal = HistoryReading.deal(row);
            reading.entry(row);
            Boolean isMade = made.get(deal);
            if (isMade == null) {
                return Effect.refused(RefusalReason.UNKNOWN_REFERENCE.with(row.header(TargetField.HISTORY_DEAL), deal));
            }
            return isMade ? Effect.created(deal) : Effect.unchanged(deal);
        } catch (Cells.Refused refused) {
            return Effect.refused(refused.refusal());
        }
    }
}
