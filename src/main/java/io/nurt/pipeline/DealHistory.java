package io.nurt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The passes of a deal through the pipeline and its stays in stages, derived from its events alone.
 *
 * <p>What is recorded last is believed: an event dated before an earlier one (a win entered late) moves that earlier one back
 * to its own time, so that times never run backwards. An event that takes the deal back to a former pass (an undo) retracts
 * what came after it.
 *
 * @param last the event folded last; null when there was none
 */
public record DealHistory(@Nullable DealEvent last, List<Pass> passes, List<Stay> stays) {
    public static final DealHistory EMPTY = new DealHistory(null, List.of(), List.of());

    /** One journey through the pipeline; {@code endedAt} and {@code outcome} (won, lost, returned) are null while it goes on. */
    public record Pass(
            int passNo,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable ExitKind outcome) {}

    /** A time in one open stage; {@code stayNo} counts over all passes, {@code leftAt} is null while the deal is there. */
    public record Stay(
            int stayNo,
            int passNo,
            UUID stageId,
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable ExitKind exitKind,
            @Nullable UUID toStageId) {}

    /** Where a stage stands; null for a stage nobody knows any more. */
    public interface Stages extends Function<UUID, @Nullable Stage> {}

    /** Folds events, taken in the order of their {@code seq}. */
    public static DealHistory derive(List<DealEvent> events, Stages stages) {
        DealHistory history = EMPTY;
        for (DealEvent event : events) {
            history = history.append(event, stages);
        }
        return history;
    }

    /** The state as known at a moment: that of the last event recorded by then; null when there was none yet. */
    public static @Nullable DealState asOf(List<DealEvent> events, Instant moment) {
        DealState state = null;
        for (DealEvent event : events) {
            if (!event.recordedAt().isAfter(moment)) {
                state = event.state();
            }
        }
        return state;
    }

    /** This history with one more event. */
    public DealHistory append(DealEvent event, Stages stages) {
        DealEvent before = last;
        if (before == null) {
            return started(event);
        }
        if (!transition(before, event)) {
            return new DealHistory(event, passes, stays);
        }
        Fold fold = new Fold(event.effectiveAt(), passes, stays);
        DealState was = before.state();
        DealState is = event.state();
        if (is.passNo() < was.passNo()) {
            fold.retractTo(is.passNo());
        } else if (is.passNo() > was.passNo()) {
            fold.leave(ExitKind.RETURNED, is.stageId());
            fold.end(ExitKind.RETURNED);
            fold.start(is.passNo());
        }
        if (is.open()) {
            fold.resume();
            fold.enter(is, was, stages);
        } else {
            ExitKind exit = is.status() == StageKind.WON ? ExitKind.WON : ExitKind.LOST;
            fold.resume();
            fold.leave(exit, is.stageId());
            fold.end(exit);
        }
        return new DealHistory(event, List.copyOf(fold.passes), List.copyOf(fold.stays));
    }

    private static DealHistory started(DealEvent event) {
        DealState state = event.state();
        Fold fold = new Fold(event.effectiveAt(), List.of(), List.of());
        fold.start(state.passNo());
        if (state.open()) {
            fold.open(state.stageId());
        } else {
            fold.end(state.status() == StageKind.WON ? ExitKind.WON : ExitKind.LOST);
        }
        return new DealHistory(event, List.copyOf(fold.passes), List.copyOf(fold.stays));
    }

    /** Whether an event changes where the deal stands; all others leave passes and stays as they are. */
    static boolean transition(DealEvent before, DealEvent event) {
        DealState was = before.state();
        DealState is = event.state();
        return !was.stageId().equals(is.stageId())
                || was.status() != is.status()
                || was.passNo() != is.passNo()
                || event.kind() == DealEventKind.WON
                || event.kind() == DealEventKind.LOST;
    }

    /** How a deal that stays open leaves a stage for another within its pass. */
    static ExitKind direction(UUID from, UUID to, Stages stages) {
        Stage here = stages.apply(from);
        Stage there = stages.apply(to);
        if (here == null || there == null || !here.pipelineId().equals(there.pipelineId())) {
            return ExitKind.MOVED;
        }
        return there.position() > here.position() ? ExitKind.ADVANCED : ExitKind.BACK;
    }

    /** The lists while one event is folded in. */
    private static final class Fold {
        private final Instant at;
        private final List<Pass> passes = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();

        Fold(Instant at, List<Pass> passes, List<Stay> stays) {
            this.at = at;
            for (Pass pass : passes) {
                this.passes.add(new Pass(pass.passNo(), min(pass.startedAt()), latest(pass.endedAt()), pass.outcome()));
            }
            for (Stay stay : stays) {
                this.stays.add(
                        with(stay, min(stay.enteredAt()), latest(stay.leftAt()), stay.exitKind(), stay.toStageId()));
            }
        }

        private Instant min(Instant time) {
            return time.isAfter(at) ? at : time;
        }

        private @Nullable Instant latest(@Nullable Instant time) {
            return time == null ? null : min(time);
        }

        private static Stay with(
                Stay stay, Instant entered, @Nullable Instant left, @Nullable ExitKind exit, @Nullable UUID to) {
            return new Stay(stay.stayNo(), stay.passNo(), stay.stageId(), entered, left, exit, to);
        }

        void start(int passNo) {
            passes.add(new Pass(passNo, at, null, null));
        }

        /** Ends the current pass now, or corrects how and when it ended. A pass once ended is not ended by a return. */
        void end(ExitKind outcome) {
            Pass pass = passes.get(passes.size() - 1);
            if (outcome != ExitKind.RETURNED || pass.endedAt() == null) {
                passes.set(passes.size() - 1, new Pass(pass.passNo(), pass.startedAt(), at, outcome));
            }
        }

        void open(UUID stageId) {
            stays.add(new Stay(stays.size() + 1, current(), stageId, at, null, null, null));
        }

        void leave(ExitKind exit, UUID to) {
            if (!stays.isEmpty()) {
                Stay stay = stays.get(stays.size() - 1);
                if (stay.leftAt() == null) {
                    stays.set(stays.size() - 1, with(stay, stay.enteredAt(), at, exit, to));
                }
            }
        }

        void retractTo(int passNo) {
            passes.removeIf(pass -> pass.passNo() > passNo);
            stays.removeIf(stay -> stay.passNo() > passNo);
            if (passes.isEmpty()) {
                start(passNo);
            }
            resume();
        }

        /** Takes the end of the current pass back: the deal has been in its last stage all the time. */
        void resume() {
            Pass pass = passes.get(passes.size() - 1);
            passes.set(passes.size() - 1, new Pass(pass.passNo(), pass.startedAt(), null, null));
            if (!stays.isEmpty() && stays.get(stays.size() - 1).passNo() == pass.passNo()) {
                Stay stay = stays.get(stays.size() - 1);
                stays.set(stays.size() - 1, with(stay, stay.enteredAt(), null, null, null));
            }
        }

        void enter(DealState is, DealState was, Stages stages) {
            Stay stay = stays.isEmpty() ? null : stays.get(stays.size() - 1);
            if (stay == null || stay.passNo() != current()) {
                openAfterGap(is.stageId());
            } else if (!stay.stageId().equals(is.stageId())) {
                leave(direction(stay.stageId(), is.stageId(), stages), is.stageId());
                open(is.stageId());
            }
        }

        /** A pass that was entered closed has no stay; when it turns out open, it has been in this stage from its start. */
        private void openAfterGap(UUID stageId) {
            Instant start = passes.get(passes.size() - 1).startedAt();
            stays.add(new Stay(stays.size() + 1, current(), stageId, start, null, null, null));
        }

        private int current() {
            return passes.get(passes.size() - 1).passNo();
        }
    }
}
