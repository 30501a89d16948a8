package io.nurt.insights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VelocityProperties {

    @Test
    void velocityIsDealsTimesRateTimesAverageOverCycle() {
        assertThat(Velocity.of(100, 0.25, new BigDecimal("2000"), 40.0)).isEqualByComparingTo("1250");
    }

    @Property
    void aCycleTwentyPercentShorterMakesVelocityTwentyFivePercentHigher(
            @ForAll @IntRange(min = 1, max = 10_000) int open,
            @ForAll @DoubleRange(min = 0.05, max = 1) double rate,
            @ForAll @BigRange(min = "100", max = "1000000") BigDecimal average,
            @ForAll @DoubleRange(min = 0.1, max = 400) double cycle) {
        double before = velocity(open, rate, average, cycle);
        double after = velocity(open, rate, average, cycle * 0.8);
        assertThat(after).isCloseTo(before * 1.25, slack(before));
    }

    @Property
    void aWinRateTwentyPercentHigherMakesVelocityTwentyPercentHigher(
            @ForAll @IntRange(min = 1, max = 10_000) int open,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double rate,
            @ForAll @BigRange(min = "100", max = "1000000") BigDecimal average,
            @ForAll @DoubleRange(min = 0.1, max = 400) double cycle) {
        double before = velocity(open, rate, average, cycle);
        assertThat(velocity(open, rate * 1.2, average, cycle)).isCloseTo(before * 1.2, slack(before));
    }

    @Property
    void velocityIsProportionalToTheNumberOfOpenDealsAndToTheirSize(
            @ForAll @IntRange(min = 1, max = 5_000) int open,
            @ForAll @DoubleRange(min = 0.05, max = 1) double rate,
            @ForAll @BigRange(min = "100", max = "1000000") BigDecimal average,
            @ForAll @DoubleRange(min = 0.1, max = 400) double cycle) {
        double before = velocity(open, rate, average, cycle);
        assertThat(velocity(open * 2, rate, average, cycle)).isCloseTo(before * 2, slack(before));
        assertThat(velocity(open, rate, average.multiply(BigDecimal.TEN), cycle))
                .isCloseTo(before * 10, Offset.offset(0.06 + before * 1e-8));
    }

    @Property
    void withoutAFactorOrWithoutDurationThereIsNoVelocity(@ForAll @DoubleRange(min = -100, max = 0) double cycle) {
        assertThat(Velocity.of(10, 0.5, BigDecimal.TEN, cycle)).isNull();
        assertThat(Velocity.of(10, null, BigDecimal.TEN, 10.0)).isNull();
        assertThat(Velocity.of(10, 0.5, null, 10.0)).isNull();
        assertThat(Velocity.of(10, 0.5, BigDecimal.TEN, null)).isNull();
    }

    @Property
    void aRateIsAShareAndHiddenBelowTwenty(
            @ForAll @IntRange(min = 0, max = 500) int n, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        long part = Math.round(n * share);
        Double rate = Figure.rate(part, n);
        if (n < 20) {
            assertThat(rate).isNull();
        } else {
            assertThat(rate).isBetween(0.0, 1.0).isEqualTo((double) part / n);
        }
    }

    private static double velocity(long open, double rate, BigDecimal average, double cycle) {
        return requireNonNull(Velocity.of(open, rate, average, cycle)).doubleValue();
    }

    /** Two decimals of the result, and what doubles lose. */
    private static Offset<Double> slack(double value) {
        return Offset.offset(0.03 + Math.abs(value) * 1e-9);
    }
}
