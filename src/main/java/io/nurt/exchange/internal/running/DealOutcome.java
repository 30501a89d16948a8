package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.mapping.Stages;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.pipeline.Stage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stands by its row: a column of outcomes decides, else the kind of its stage, else where its history ends.
 *
 * @param stage that the row names; null when it names none
 * @param target the stage the deal is in at the end
 * @param word the outcome as the file words it, if it says more than won or lost
 * @param how of a lost deal: {@code disqualified}, {@code no_decision} or unknown
 */
record DealOutcome(
        Kind kind,
        @Nullable Stage stage,
        Stage target,
        @Nullable String word,
        @Nullable String how) {
    private static final Set<String> DISQUALIFIED =
            Set.of("declined", "rejected", "disqualified", "unqualified", "odrzucona", "zdyskwalifikowana");
    private static final Set<String> NO_DECISION =
            Set.of("cancelled", "canceled", "abandoned", "nodecision", "anulowana", "brakdecyzji");

    static DealOutcome of(InterpretedRow row, StageBook stages, List<HistoryIndex.Entry> history) {
        String named = row.text(TargetField.DEAL_STAGE);
        Stage stage = named == null ? null : stages.find(named);
        if (named != null && stage == null) {
            throw new Cells.Refused(RefusalReason.UNKNOWN_STAGE.with(named));
        }
        String status = row.text(TargetField.DEAL_STATUS);
        Stage last = history.isEmpty() ? null : history.get(history.size() - 1).stage();
        Kind kind = kind(status, stage, last, row);
        String word = status == null || kind != Kind.LOST || Stages.kind(status) == Kind.LOST ? null : status;
        return new DealOutcome(
                kind, stage, target(kind, stage, last, status, stages, history), word, how(kind, word, stage));
    }

    private static Kind kind(@Nullable String status, @Nullable Stage stage, @Nullable Stage last, InterpretedRow row) {
        if (status != null) {
            return Stages.outcome(status)
                    .orElseThrow(() -> new Cells.Refused(RefusalReason.UNKNOWN_STATUS.with(status)));
        }
        if (stage != null) {
            return Kind.valueOf(stage.kind().name());
        }
        if (Cells.date(row, TargetField.DEAL_WON_AT) instanceof ParsedDate) {
            return Kind.WON;
        }
        if (Cells.date(row, TargetField.DEAL_LOST_AT) instanceof ParsedDate) {
            return Kind.LOST;
        }
        return last == null ? Kind.OPEN : Kind.valueOf(last.kind().name());
    }

    private static Stage target(
            Kind kind,
            @Nullable Stage stage,
            @Nullable Stage last,
            @Nullable String status,
            StageBook stages,
            List<HistoryIndex.Entry> history) {
        if (stage != null && StageBook.is(stage, kind)) {
            return stage;
        }
        for (int i = history.size() - 1; i >= 0; i--) {
            if (StageBook.is(history.get(i).stage(), kind)) {
                return history.get(i).stage();
            }
        }
        if (last != null && StageBook.is(last, kind)) {
            return last;
        }
        return kind == Kind.OPEN ? stages.first(kind) : stages.closing(kind, status == null ? "" : status);
    }

    private static @Nullable String how(Kind kind, @Nullable String word, @Nullable Stage stage) {
        if (kind != Kind.LOST) {
            return null;
        }
        String key = Folding.key(word != null ? word : stage == null ? "" : stage.name());
        return DISQUALIFIED.contains(key) ? "disqualified" : NO_DECISION.contains(key) ? "no_decision" : null;
    }
}
