package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportStore.Counts;
import io.nurt.exchange.internal.reading.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Some rows and what became of each. */
record Portion(List<SourceRow> rows, List<Effect> effects) {

    /** Has those rows decided about that are neither unreadable nor seen before. */
    static Portion of(List<SourceRow> rows, Function<List<SourceRow>, List<Effect>> decide) {
        List<SourceRow> usable = new ArrayList<>(rows.size());
        for (SourceRow row : rows) {
            if (row.row() != null) {
                usable.add(row);
            }
        }
        List<Effect> decided = usable.isEmpty() ? List.of() : decide.apply(usable);
        List<Effect> effects = new ArrayList<>(rows.size());
        int next = 0;
        for (SourceRow row : rows) {
            if (row.row() != null) {
                effects.add(decided.get(next++));
            } else if (row.copies() > 0) {
                effects.add(Effect.duplicate(row.refusals()));
            } else {
                effects.add(Effect.refused(row.refusals()));
            }
        }
        return new Portion(rows, effects);
    }

    /** Rows that a rule of the database refuses. */
    static Portion refused(List<SourceRow> rows, String why) {
        Effect effect = Effect.refused(RefusalReason.NOT_ACCEPTABLE.with(why));
        return new Portion(rows, rows.stream().map(row -> effect).toList());
    }

    Counts counts() {
        long[] counts = new long[Effect.Kind.values().length];
        effects.forEach(effect -> counts[effect.kind().ordinal()]++);
        return new Counts(
                counts[Effect.Kind.CREATE.ordinal()],
                counts[Effect.Kind.UPDATE.ordinal()],
                counts[Effect.Kind.UNCHANGED.ordinal()],
                counts[Effect.Kind.DUPLICATE.ordinal()] + counts[Effect.Kind.REFUSE.ordinal()]);
    }

    List<RefusalStore.Refused> refusals() {
        List<RefusalStore.Refused> refused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!effects.get(i).refusals().isEmpty()) {
                refused.add(new RefusalStore.Refused(rows.get(i), effects.get(i).refusals()));
            }
        }
        return refused;
    }
}
