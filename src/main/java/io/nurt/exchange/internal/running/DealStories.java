package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.pipeline.DealState;
import io.nurt.pipeline.DealStory;
import io.nurt.pipeline.Stage;
import io.nurt.pipeline.StageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the past of a deal from what the files know. Stages that were entered after the deal was decided, though it stayed
 * decided (an approval is registered and activated), are told before the decision, which comes last and at its own time.
 */
final class DealStories {
    private final ZoneId zone;
    private final Instant importedAt;
    private final StageBook stages;

    DealStories(ZoneId zone, Instant importedAt, StageBook stages) {
        this.zone = zone;
        this.importedAt = importedAt;
        this.stages = stages;
    }

    /**
     * What is known of a deal beside its past.
     *
     * @param amountKnownFromStart whether it is the amount of all that time, rather than the one it ended with
     */
    record Facts(
            String title,
            @Nullable UUID companyId,
            UUID pipelineId,
            @Nullable UUID ownerId,
            @Nullable BigDecimal amount,
            boolean amountKnownFromStart,
            String currency,
            @Nullable LocalDate expectedClose,
            @Nullable UUID lostReasonId) {}

    DealStory tell(InterpretedRow row, Facts facts, DealOutcome outcome, List<HistoryIndex.Entry> history) {
        Set<String> finalOnly = new LinkedHashSet<>();
        boolean amounts = history.stream().anyMatch(entry -> entry.amount() != null);
        boolean dates = history.stream().anyMatch(entry -> entry.expectedClose() != null);
        finalOnly.add("ownerId");
        finalOnly.add("companyId");
        if (!amounts && !facts.amountKnownFromStart()) {
            finalOnly.add("amount");
        }
        if (!dates) {
            finalOnly.add("expectedClose");
        }
        List<HistoryIndex.Entry> way = new ArrayList<>(history);
        HistoryIndex.Entry decision = decision(way, outcome);
        Instant closed = outcome.kind() == Kind.OPEN ? null : closed(row, way, decision, finalOnly);
        Stage first = first(outcome, way, finalOnly);
        Instant began = began(row, way, closed, finalOnly);
        DealState state = state(facts, first);
        if (amounts || dates) {
            state = withEntry(state, way.isEmpty() ? decision : way.get(0), amounts, dates);
        }
        DealStory story = DealStory.begin(
                began, state, finalOnly, way.isEmpty() ? null : way.get(0).actor());
        for (HistoryIndex.Entry entry : way) {
            go(story, entry.stage(), later(entry.at(), began), entry.actor(), null, facts);
            story.changed(later(entry.at(), began), before -> withEntry(before, entry, amounts, dates), entry.actor());
        }
        Instant last = way.isEmpty() ? began : way.get(way.size() - 1).at();
        story.changed(
                later(last, began),
                before -> before.worth(facts.amount(), facts.currency()).expectedOn(facts.expectedClose()),
                null);
        UUID by = decision == null ? null : decision.actor();
        go(story, outcome.target(), closed == null ? later(last, began) : closed, by, outcome, facts);
        return story;
    }

    /** Takes the entry that decides the deal out of its way: it is told last. */
    private static HistoryIndex.@Nullable Entry decision(List<HistoryIndex.Entry> way, DealOutcome outcome) {
        if (outcome.kind() == Kind.OPEN) {
            return null;
        }
        for (int i = way.size() - 1; i >= 0; i--) {
            if (way.get(i).stage().kind() != StageKind.OPEN) {
                return StageBook.is(way.get(i).stage(), outcome.kind()) ? way.remove(i) : null;
            }
        }
        return null;
    }

    private void go(
            DealStory story,
            Stage stage,
            Instant at,
            @Nullable UUID actor,
            @Nullable DealOutcome outcome,
            Facts facts) {
        if (stage.kind() == StageKind.LOST && !stage.id().equals(story.state().stageId())) {
            story.lost(
                    stage,
                    at,
                    outcome == null ? null : facts.lostReasonId(),
                    outcome == null ? null : outcome.how(),
                    actor);
        } else {
            story.to(stage, at, actor);
        }
    }

    /** Where it began: at its first known stage; of a decided deal whose way nobody knows, at the first of all. */
    private Stage first(DealOutcome outcome, List<HistoryIndex.Entry> way, Set<String> finalOnly) {
        if (!way.isEmpty()) {
            return way.get(0).stage();
        }
        finalOnly.add("stageId");
        if (outcome.kind() == Kind.OPEN) {
            return outcome.target();
        }
        Stage named = outcome.stage();
        return named != null && named.kind() == StageKind.OPEN ? named : stages.first(Kind.OPEN);
    }

    private Instant began(
            InterpretedRow row, List<HistoryIndex.Entry> way, @Nullable Instant closed, Set<String> finalOnly) {
        ParsedDate created = Cells.date(row, TargetField.DEAL_CREATED_AT);
        Instant first = way.isEmpty() ? null : way.get(0).at();
        if (created != null) {
            Instant at = created.instant(zone);
            return first != null && first.isBefore(at) ? first : at;
        }
        if (first != null) {
            return first;
        }
        finalOnly.add("openedAt");
        return closed != null ? closed : importedAt;
    }

    private Instant closed(
            InterpretedRow row,
            List<HistoryIndex.Entry> way,
            HistoryIndex.@Nullable Entry decision,
            Set<String> finalOnly) {
        for (TargetField field :
                List.of(TargetField.DEAL_CLOSED_AT, TargetField.DEAL_WON_AT, TargetField.DEAL_LOST_AT)) {
            ParsedDate told = Cells.date(row, field);
            if (told != null) {
                return onDay(told, row, way);
            }
        }
        ParsedDate day = Cells.date(row, TargetField.DEAL_CLOSE_DATE);
        if (decision != null) {
            // The day is often a plan that nobody corrected; it is believed where the way does not contradict it.
            if (day == null || day.day(zone).equals(decision.at().atZone(zone).toLocalDate())) {
                return decision.at();
            }
            boolean contradicts = !way.isEmpty()
                    && day.instant(zone).isBefore(way.get(way.size() - 1).at());
            return contradicts ? decision.at() : onDay(day, row, way);
        }
        if (day != null) {
            return onDay(day, row, way);
        }
        finalOnly.add("closedAt");
        if (!way.isEmpty()) {
            return way.get(way.size() - 1).at();
        }
        ParsedDate created = Cells.date(row, TargetField.DEAL_CREATED_AT);
        return created == null ? importedAt : created.instant(zone);
    }

    /** A day without a time is not before what else happened on it. */
    private Instant onDay(ParsedDate told, InterpretedRow row, List<HistoryIndex.Entry> way) {
        Instant at = told.instant(zone);
        if (told.time() != null) {
            return at;
        }
        ParsedDate created = Cells.date(row, TargetField.DEAL_CREATED_AT);
        Instant before = !way.isEmpty() ? way.get(way.size() - 1).at() : created == null ? null : created.instant(zone);
        return before != null && before.atZone(zone).toLocalDate().equals(told.date()) ? before : at;
    }

    private static Instant later(Instant at, Instant other) {
        return at.isBefore(other) ? other : at;
    }

    private static DealState state(Facts facts, Stage stage) {
        return new DealState(
                facts.title(),
                facts.companyId(),
                facts.pipelineId(),
                stage.id(),
                stage.kind(),
                null,
                null,
                1,
                facts.amount(),
                facts.currency(),
                facts.expectedClose(),
                facts.ownerId(),
                null,
                null,
                true);
    }

    private static DealState withEntry(
            DealState state, HistoryIndex.@Nullable Entry entry, boolean amounts, boolean dates) {
        if (entry == null) {
            return state;
        }
        DealState after = amounts ? state.worth(entry.amount(), state.currency()) : state;
        return dates ? after.expectedOn(entry.expectedClose()) : after;
    }
}
