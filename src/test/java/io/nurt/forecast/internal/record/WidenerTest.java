package io.nurt.forecast.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.forecast.internal.simulation.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WidenerTest {
    private static double[] futures(SplittableRandom random, double middle, double deviation) {
        double[] futures = new double[400];
        for (int r = 0; r < futures.length; r++) {
            futures[r] = middle * Math.exp(deviation * random.nextGaussian());
        }
        return futures;
    }

    /** Forecasts that are too sure of themselves: what came varies more than their futures. */
    private static List<Widener.Past> tooSure(long seed, int origins, double toldDeviation) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Widener.Past> past = new ArrayList<>();
        for (int i = 0; i < origins; i++) {
            double came = 1_000 * Math.exp(0.5 * random.nextGaussian());
            past.add(new Widener.Past(futures(random, 1_000, toldDeviation), came));
        }
        return past;
    }

    @Property(tries = 200)
    void wideningNeverNarrowsAndLeavesTheMiddleAndTheMean(
            @ForAll @DoubleRange(min = 1, max = 4) double factor,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] futures = futures(random, 1 + random.nextInt(1_000_000), 0.1 + random.nextDouble());
        for (int r = 0; r < futures.length; r++) {
            futures[r] = random.nextInt(5) == 0 ? 0 : futures[r];
        }
        Range before = Range.of(futures);
        Range after = new Widener(factor).range(futures);
        assertThat(after.p10()).isLessThanOrEqualTo(before.p10()).isGreaterThanOrEqualTo(0);
        assertThat(after.p90()).isGreaterThanOrEqualTo(before.p90());
        assertThat(after.p50()).isEqualTo(before.p50());
        assertThat(after.mean()).isEqualTo(before.mean());
    }

    @Property(tries = 100)
    void theForecastsItWasLearntFromAreCoveredAfterIt(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.2, max = 0.6) double toldDeviation) {
        List<Widener.Past> past = tooSure(seed, 20, toldDeviation);
        double before = Widener.coverage(past);
        Widener widener = Widener.fit(past);
        double after = past.stream()
                        .filter(one -> {
                            Range range = widener.range(one.futures());
                            return one.came() >= range.p10() && one.came() <= range.p90();
                        })
                        .count()
                / (double) past.size();
        if (before >= Widener.LEAST_COVERAGE) {
            assertThat(widener).isEqualTo(Widener.NONE);
        } else {
            assertThat(after).isGreaterThanOrEqualTo(Widener.TARGET);
        }
    }

    @Test
    void rangesLearntFromManyForecastsCoverFourOfFiveNewOnes() {
        Widener widener = Widener.fit(tooSure(1, 400, 0.25));
        assertThat(widener.factor()).isCloseTo(2, within(0.35));
        long covered = tooSure(2, 1_000, 0.25).stream()
                .filter(one -> {
                    Range range = widener.range(one.futures());
                    return one.came() >= range.p10() && one.came() <= range.p90();
                })
                .count();
        assertThat(covered).isBetween(750L, 850L);
    }

    @Test
    void fewForecastsWidenNothing() {
        assertThat(Widener.fit(tooSure(3, 7, 0.05))).isEqualTo(Widener.NONE);
    }

    @Test
    void theChanceOfATargetFollowsTheWidenedFutures() {
        double[] futures = futures(new SplittableRandom(4), 1_000, 0.2);
        double far = Range.of(futures).p90() * 1.2;
        long before = Arrays.stream(futures).filter(f -> f >= far).count();
        long after = Arrays.stream(new Widener(2).apply(futures))
                .filter(f -> f >= far)
                .count();
        assertThat(after).isGreaterThan(before);
    }
}
