package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DealHistoryProperties {
    private final DealHistory.Stages stages = Histories.stages();

    @Property(tries = 2000)
    void theStaysOfAPassFollowEachOtherWithoutGapAndFillIt(@ForAll long seed) {
        DealHistory history = DealHistory.derive(Histories.random(seed), stages);
        for (DealHistory.Pass pass : history.passes()) {
            List<DealHistory.Stay> own = history.stays().stream()
                    .filter(stay -> stay.passNo() == pass.passNo())
                    .toList();
            if (own.isEmpty()) {
                assertThat(pass.endedAt()).isNotNull();
                continue;
            }
            assertThat(own.get(0).enteredAt()).isEqualTo(pass.startedAt());
            assertThat(own.get(own.size() - 1).leftAt()).isEqualTo(pass.endedAt());
            Duration stayed = Duration.ZERO;
            for (int i = 0; i < own.size(); i++) {
                DealHistory.Stay stay = own.get(i);
                if (i > 0) {
                    assertThat(stay.enteredAt()).isEqualTo(own.get(i - 1).leftAt());
                    assertThat(stay.stageId()).isEqualTo(own.get(i - 1).toStageId());
                }
                Instant left = stay.leftAt();
                if (left != null) {
                    assertThat(left).isAfterOrEqualTo(stay.enteredAt());
                    stayed = stayed.plus(Duration.between(stay.enteredAt(), left));
                }
            }
            if (pass.endedAt() != null) {
                assertThat(stayed).isEqualTo(Duration.between(pass.startedAt(), pass.endedAt()));
            }
        }
    }

    @Property(tries = 2000)
    void thereIsExactlyOneOpenStayWhenTheDealIsOpenAndNoneOtherwise(@ForAll long seed) {
        List<DealEvent> events = Histories.random(seed);
        DealState state = events.get(events.size() - 1).state();
        DealHistory history = DealHistory.derive(events, stages);
        List<DealHistory.Stay> open =
                history.stays().stream().filter(stay -> stay.leftAt() == null).toList();
        assertThat(open).hasSize(state.open() ? 1 : 0);
        if (state.open()) {
            assertThat(open.get(0).stageId()).isEqualTo(state.stageId());
            assertThat(open.get(0).passNo()).isEqualTo(state.passNo());
        }
        long goingOn =
                history.passes().stream().filter(pass -> pass.endedAt() == null).count();
        assertThat(goingOn).isEqualTo(state.open() ? 1 : 0);
    }

    @Property(tries = 2000)
    void timesNeverRunBackwardsAndNumbersHaveNoHoles(@ForAll long seed) {
        DealHistory history = DealHistory.derive(Histories.random(seed), stages);
        Instant last = Instant.MIN;
        for (int i = 0; i < history.stays().size(); i++) {
            DealHistory.Stay stay = history.stays().get(i);
            assertThat(stay.stayNo()).isEqualTo(i + 1);
            assertThat(stay.enteredAt()).isAfterOrEqualTo(last);
            last = stay.enteredAt();
        }
        for (int i = 0; i < history.passes().size(); i++) {
            assertThat(history.passes().get(i).passNo()).isEqualTo(i + 1);
        }
    }

    @Property(tries = 500)
    void derivingEventByEventGivesTheSameAsFromScratch(@ForAll long seed) {
        List<DealEvent> events = Histories.random(seed);
        DealHistory step = DealHistory.EMPTY;
        for (int i = 0; i < events.size(); i++) {
            step = step.append(events.get(i), stages);
            assertThat(step).isEqualTo(DealHistory.derive(events.subList(0, i + 1), stages));
        }
    }

    @Property(tries = 500)
    void theStateAsOfAMomentIsTheFoldOfWhatWasRecordedByThenWheneverItIsAsked(@ForAll long seed) {
        List<DealEvent> events = Histories.random(seed);
        List<DealEvent> known = new ArrayList<>();
        for (DealEvent event : events) {
            known.add(event);
            DealState then = DealHistory.asOf(known, event.recordedAt());
            DealState later = DealHistory.asOf(events, event.recordedAt());
            assertThat(then).isEqualTo(event.state()).isEqualTo(later);
        }
        assertThat(DealHistory.asOf(events, Histories.START)).isNull();
    }

    @Property(tries = 500)
    void changesOfFieldsLeavePassesAndStaysAlone(@ForAll long seed) {
        List<DealEvent> events = Histories.random(seed);
        DealHistory history = DealHistory.derive(events, stages);
        DealEvent last = Objects.requireNonNull(history.last());
        DealHistory after = history.append(
                new DealEvent(last.seq() + 1, DealEventKind.CHANGED, Histories.START, last.recordedAt(), last.state()),
                stages);
        assertThat(after.stays()).isEqualTo(history.stays());
        assertThat(after.passes()).isEqualTo(history.passes());
    }
}
