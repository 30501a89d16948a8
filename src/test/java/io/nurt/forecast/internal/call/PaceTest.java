package io.nurt.forecast.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Formulas, worked by hand. */
class PaceTest {
    private static final Period Q4 = Period.of("2026-Q4");

    private static Pace.Past past(String won, String quota) {
        return new Pace.Past(new BigDecimal(won), new BigDecimal(quota));
    }

    @Test
    void attainmentIsTheShareOfTheQuotaThatIsWon() {
        assertThat(Pace.attainment(new BigDecimal("30"), new BigDecimal("120"))).isEqualTo(0.25);
        assertThat(Pace.attainment(new BigDecimal("30"), null)).isNull();
        assertThat(Pace.attainment(new BigDecimal("30"), BigDecimal.ZERO)).isNull();
    }

    @Test
    void paceComparesWithWhatWasUsualSoFarIntoAPeriod() {
        List<Pace.Past> year = List.of(past("20", "100"), past("40", "100"), past("30", "100"), past("30", "100"));
        Pace.Told told = Pace.pace(0.45, year);
        assertThat(told.usual()).isEqualTo(0.3);
        assertThat(told.pace()).isCloseTo(1.5, within(1e-12));
        assertThat(told.periods()).isEqualTo(4);
    }

    @Test
    void paceIsHiddenWhileFewerThanFourPeriodsHadAQuota() {
        Pace.Told told =
                Pace.pace(0.45, List.of(past("20", "100"), past("40", "100"), past("9", "0"), past("3", "10")));
        assertThat(told.usual()).isNull();
        assertThat(told.pace()).isNull();
        assertThat(told.periods()).isEqualTo(3);
    }

    @Test
    void paceIsHiddenWhenNothingUsedToBeWonSoEarly() {
        Pace.Told told = Pace.pace(0.1, Collections.nCopies(4, past("0", "100")));
        assertThat(told.usual()).isZero();
        assertThat(told.pace()).isNull();
    }

    @Test
    void weekendsDoNotCountAsBusinessDays() {
        // October: 22 business days, November: 21, December: 23.
        assertThat(Pace.businessDays(Q4.first(), Q4.last())).isEqualTo(66);
        assertThat(Pace.businessDays(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)))
                .isZero();
        assertThat(Pace.fraction(Q4, LocalDate.of(2026, 11, 24))).isCloseTo(39 / 66.0, within(1e-12));
    }

    @Test
    void beforeAPeriodNothingOfItHasPassedAndAfterItEverything() {
        assertThat(Pace.fraction(Q4, LocalDate.of(2026, 9, 30))).isZero();
        assertThat(Pace.fraction(Q4, LocalDate.of(2027, 1, 1))).isEqualTo(1);
        assertThat(Pace.dayAt(Q4, 0)).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(Pace.dayAt(Q4, 1)).isEqualTo(Q4.last());
    }

    @Property
    void theDayOfAFractionHasThatManyBusinessDaysBehindIt(
            @ForAll @IntRange(min = 0, max = 66) int passed, @ForAll @IntRange(min = 0, max = 40) int quarters) {
        Period period = Q4.plus(-quarters);
        int all = Pace.businessDays(period.first(), period.last());
        int wanted = Math.min(passed, all);
        LocalDate day = Pace.dayAt(period, (double) wanted / all);
        assertThat(Pace.businessDays(period.first(), day)).isEqualTo(wanted);
    }

    @Test
    void periodsAreReadAndWrittenAlike() {
        List<String> written = new ArrayList<>();
        Period period = Period.of("2026-Q3");
        for (int i = 0; i < 4; i++) {
            written.add(period.plus(i).toString());
        }
        assertThat(written).containsExactly("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2");
        assertThat(Period.of("2026-02").last()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(Period.around(Period.Kind.QUARTER, LocalDate.of(2026, 11, 24)))
                .isEqualTo(Q4);
        assertThatThrownBy(() -> Period.of("2026-Q5")).isInstanceOf(Problem.class);
    }
}
