package io.nurt.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The past of a deal that is brought in from elsewhere, told event by event in the order in which things happened. Times may
 * tie; a time before that of an earlier event moves the earlier one back, for what is told last is believed.
 */
public final class DealStory {
    /**
     * Something that happened.
     *
     * @param at when it happened, and when it counts as known
     * @param finalOnly tracked fields (by the API's names) whose value here is known only as it ended
     */
    public record Event(
            DealEventKind kind,
            Instant at,
            DealState state,
            Set<String> finalOnly,
            @Nullable UUID actorId,
            @Nullable String note) {}

    private final List<Event> events = new ArrayList<>();
    private final Set<String> finalOnly;
    private DealState state;

    private DealStory(Instant at, DealState state, Set<String> finalOnly, @Nullable UUID actorId) {
        this.state = state;
        this.finalOnly = Set.copyOf(finalOnly);
        add(DealEventKind.CREATED, at, actorId, null);
    }

    /** @param finalOnly fields of which only the last value is known: they are the same in all events */
    public static DealStory begin(Instant at, DealState state, Set<String> finalOnly, @Nullable UUID actorId) {
        return new DealStory(at, state, finalOnly, actorId);
    }

    /** Into another stage; its kind tells whether the deal is moved, won, lost or opened again. No-op when it is there. */
    public DealStory to(Stage stage, Instant at, @Nullable UUID actorId) {
        if (stage.id().equals(state.stageId())) {
            return this;
        }
        boolean reopened = stage.kind() == StageKind.OPEN && !state.open();
        DealEventKind kind = switch (stage.kind()) {
            case WON -> DealEventKind.WON;
            case LOST -> DealEventKind.LOST;
            case OPEN -> reopened ? DealEventKind.REOPENED : DealEventKind.MOVED;
        };
        state = state.at(stage, reopened ? state.passNo() + 1 : state.passNo(), null);
        return add(kind, at, actorId, null);
    }

    /** Into a lost stage, with why and how: {@code disqualified}, {@code competitor} or {@code no_decision}. */
    public DealStory lost(
            Stage stage, Instant at, @Nullable UUID reason, @Nullable String outcome, @Nullable UUID actorId) {
        state = state.lostAt(stage, reason, outcome);
        return add(DealEventKind.LOST, at, actorId, null);
    }

    /** Back to an earlier stage for nurture: a new pass. */
    public DealStory returned(Stage stage, Instant at, @Nullable LocalDate resumeOn, @Nullable UUID actorId) {
        state = state.at(stage, state.passNo() + 1, resumeOn);
        return add(DealEventKind.RETURNED, at, actorId, null);
    }

    /** Another amount, owner, expected close or category; the stage stays. */
    public DealStory changed(Instant at, UnaryOperator<DealState> change, @Nullable UUID actorId) {
        DealState after = change.apply(state);
        if (!after.equals(state)) {
            state = after;
            add(DealEventKind.CHANGED, at, actorId, null);
        }
        return this;
    }

    private DealStory add(DealEventKind kind, Instant at, @Nullable UUID actorId, @Nullable String note) {
        events.add(new Event(kind, at, state, finalOnly, actorId, note));
        return this;
    }

    /** The state after the last event so far. */
    public DealState state() {
        return state;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }
}
