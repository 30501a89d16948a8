package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.ThrottleSchedule.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final ThrottleSchedule schedule = ThrottleSchedule.ACCOUNT;

    @Test
    void aPersonWhoMistypesIsNotMadeToWait() {
        assertThat(schedule.delay(1)).isZero();
        assertThat(schedule.delay(4)).isZero();
    }

    @Test
    void theDelayDoublesUpToAQuarterOfAnHour() {
        assertThat(schedule.delay(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.delay(6)).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.delay(14)).isEqualTo(Duration.ofSeconds(512));
        assertThat(schedule.delay(15)).isEqualTo(Duration.ofMinutes(15));
        assertThat(schedule.delay(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aThousandGuessesAgainstOneAccountTakeMoreThanAWeek() {
        Duration whole = Duration.ZERO;
        for (int failures = 1; failures <= 1000; failures++) {
            whole = whole.plus(schedule.delay(failures));
        }
        assertThat(whole).isGreaterThan(Duration.ofDays(7));
    }

    @Test
    void theFifthFailureBlocksUntilItsDelayIsOver() {
        State state = State.CLEAN;
        for (int i = 0; i < 5; i++) {
            state = schedule.failed(state, NOON);
        }
        assertThat(ThrottleSchedule.wait(state, NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ThrottleSchedule.wait(state, NOON.plusSeconds(1))).isZero();
    }

    @Test
    void aDayWithoutFailuresForgetsThem() {
        State state = new State(40, NOON, NOON.plusSeconds(900));
        assertThat(schedule.failed(state, NOON.plus(Duration.ofHours(25))).failures())
                .isEqualTo(1);
        assertThat(schedule.failed(state, NOON.plus(Duration.ofHours(23))).failures())
                .isEqualTo(41);
    }
}
