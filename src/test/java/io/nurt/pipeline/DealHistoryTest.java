package io.nurt.pipeline;

import static io.nurt.pipeline.Histories.ONE;
import static io.nurt.pipeline.Histories.OTHER;
import static io.nurt.pipeline.Histories.event;
import static io.nurt.pipeline.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DealHistoryTest {
    private static DealHistory derive(DealEvent... events) {
        return DealHistory.derive(List.of(events), Histories.stages());
    }

    private static Instant day(long day) {
        return Histories.START.plus(Duration.ofDays(day));
    }

    private static List<ExitKind> exits(DealHistory history) {
        return history.stays().stream()
                .filter(stay -> stay.exitKind() != null)
                .map(DealHistory.Stay::exitKind)
                .toList();
    }

    @Test
    void aDealThatAdvancesSkippingStagesAndIsWonLeavesOneStayPerStageSeen() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 1, 1)),
                event(2, DealEventKind.MOVED, 3, state(ONE, 4, 1)),
                event(3, DealEventKind.WON, 10, state(ONE, 6, 1)));
        assertThat(exits(history)).containsExactly(ExitKind.ADVANCED, ExitKind.WON);
        assertThat(history.stays().get(1).enteredAt()).isEqualTo(day(3));
        assertThat(history.passes()).containsExactly(new DealHistory.Pass(1, day(0), day(10), ExitKind.WON));
    }

    @Test
    void goingBackWithinAPassIsNotAReturn() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 3, 1)),
                event(2, DealEventKind.MOVED, 1, state(ONE, 2, 1)),
                event(3, DealEventKind.MOVED, 2, state(OTHER, 1, 1)));
        assertThat(exits(history)).containsExactly(ExitKind.BACK, ExitKind.MOVED);
        assertThat(history.passes()).hasSize(1);
    }

    @Test
    void aReturnForNurtureEndsThePassAndBeginsAnother() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 3, 1)),
                event(2, DealEventKind.RETURNED, 5, state(ONE, 1, 2)),
                event(3, DealEventKind.LOST, 9, state(ONE, 7, 2)),
                event(4, DealEventKind.REOPENED, 20, state(ONE, 2, 3)));
        assertThat(exits(history)).containsExactly(ExitKind.RETURNED, ExitKind.LOST);
        assertThat(history.passes())
                .extracting(DealHistory.Pass::outcome)
                .containsExactly(ExitKind.RETURNED, ExitKind.LOST, null);
        assertThat(history.stays().get(2).enteredAt()).isEqualTo(day(20));
    }

    @Test
    void eventsOfTheSameTimeAreOrderedByTheirNumber() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 4, state(ONE, 1, 1)),
                event(2, DealEventKind.MOVED, 4, state(ONE, 2, 1)),
                event(3, DealEventKind.MOVED, 4, state(ONE, 3, 1)));
        assertThat(history.stays())
                .extracting(DealHistory.Stay::stageId)
                .containsExactly(Histories.stage(ONE, 1), Histories.stage(ONE, 2), Histories.stage(ONE, 3));
        assertThat(exits(history)).containsExactly(ExitKind.ADVANCED, ExitKind.ADVANCED);
    }

    @Test
    void aWinEnteredLateMovesWhatWasSaidBeforeBackToItsOwnDay() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 1, 1)),
                event(2, DealEventKind.MOVED, 10, state(ONE, 2, 1)),
                event(3, DealEventKind.WON, 5, state(ONE, 6, 1)));
        assertThat(history.passes()).containsExactly(new DealHistory.Pass(1, day(0), day(5), ExitKind.WON));
        assertThat(history.stays().get(0).leftAt()).isEqualTo(day(5));
        assertThat(history.stays().get(1).leftAt()).isEqualTo(day(5));
    }

    @Test
    void anEndTakenBackNeverWas() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 1, 1)),
                event(2, DealEventKind.LOST, 5, state(ONE, 7, 1)),
                event(3, DealEventKind.REOPENED, 5, state(ONE, 1, 1)));
        assertThat(history.stays()).hasSize(1);
        assertThat(history.stays().get(0).leftAt()).isNull();
        assertThat(history.passes()).containsExactly(new DealHistory.Pass(1, day(0), null, null));
    }

    @Test
    void aReturnTakenBackRetractsItsPass() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 3, 1)),
                event(2, DealEventKind.RETURNED, 5, state(ONE, 1, 2)),
                event(3, DealEventKind.MOVED, 5, state(ONE, 3, 1)));
        assertThat(history.passes()).hasSize(1);
        assertThat(history.stays()).hasSize(1);
        assertThat(history.stays().get(0).stageId()).isEqualTo(Histories.stage(ONE, 3));
    }

    @Test
    void aLostDealFoundToBeWonKeepsOneEnd() {
        DealHistory history = derive(
                event(1, DealEventKind.CREATED, 0, state(ONE, 3, 1)),
                event(2, DealEventKind.LOST, 5, state(ONE, 7, 1)),
                event(3, DealEventKind.WON, 5, state(ONE, 6, 1)));
        assertThat(exits(history)).containsExactly(ExitKind.WON);
        assertThat(history.passes()).containsExactly(new DealHistory.Pass(1, day(0), day(5), ExitKind.WON));
    }

    @Test
    void aDealEnteredAlreadyClosedHasAPassWithoutStays() {
        DealHistory history = derive(event(1, DealEventKind.CREATED, 2, state(ONE, 6, 1)));
        assertThat(history.stays()).isEmpty();
        assertThat(history.passes()).containsExactly(new DealHistory.Pass(1, day(2), day(2), ExitKind.WON));
    }
}
