package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StalenessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static boolean rotting(
            @Nullable Integer limit, long days, @Nullable LocalDate step, @Nullable LocalDate resume) {
        Stage stage = new Stage(
                Histories.ONE, Histories.OTHER, "Talks", StageKind.OPEN, 1, BigDecimal.ONE, limit, null, null, null, 1);
        return Staleness.rotting(stage, days, step, resume, TODAY);
    }

    @Test
    void aDealRotsFromTheDayAfterItsLimit() {
        assertThat(rotting(14, 14, null, null)).isFalse();
        assertThat(rotting(14, 15, null, null)).isTrue();
        assertThat(rotting(null, 1000, null, null)).isFalse();
    }

    @Test
    void aNextStepTodayOrLaterKeepsItFreshAndOneThatIsOverDoesNot() {
        assertThat(rotting(14, 30, TODAY, null)).isFalse();
        assertThat(rotting(14, 30, TODAY.plusDays(9), null)).isFalse();
        assertThat(rotting(14, 30, TODAY.minusDays(1), null)).isTrue();
    }

    @Test
    void aDealThatSleepsUntilALaterDayDoesNotRot() {
        assertThat(rotting(14, 30, null, TODAY.plusDays(1))).isFalse();
        assertThat(rotting(14, 30, null, TODAY)).isTrue();
    }

    @Test
    void daysAreWholeAndNeverNegative() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        assertThat(Staleness.days(Instant.parse("2026-11-23T13:00:00Z"), now)).isZero();
        assertThat(Staleness.days(Instant.parse("2026-11-22T11:00:00Z"), now)).isEqualTo(2);
        assertThat(Staleness.days(Instant.parse("2026-11-30T11:00:00Z"), now)).isZero();
    }
}
