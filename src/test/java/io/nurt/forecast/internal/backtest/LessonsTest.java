package io.nurt.forecast.internal.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.simulation.Shock;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Sums that vary by a tenth of themselves for each one's own luck, and by the shock that all have in common. */
    private static Lessons.Told told(SplittableRandom random, double shock) {
        double[] grid = Shock.grid();
        double[][] futures = new double[grid.length][500];
        for (int r = 0; r < 500; r++) {
            double common = random.nextGaussian();
            double own = 0.1 * random.nextGaussian();
            for (int g = 0; g < grid.length; g++) {
                futures[g][r] = 1_000 * Math.exp(grid[g] * common + own);
            }
        }
        double came = 1_000 * Math.exp(shock * random.nextGaussian() + 0.1 * random.nextGaussian());
        return new Lessons.Told(futures, came);
    }

    private static Lessons lessons(int origins, double shock) {
        SplittableRandom random = new SplittableRandom(5);
        Lessons lessons = new Lessons(1);
        for (int i = 0; i < origins; i++) {
            LocalDate until = START.plusMonths(i).plusDays(89);
            lessons.add(new Lessons.Lesson(until, Map.of("booked", told(random, shock))));
        }
        return lessons;
    }

    @Test
    void nothingIsLearntFromForecastsWhoseTimeIsNotOver() {
        Lessons lessons = lessons(20, 0.8);
        Corrections then = lessons.of(START.plusMonths(9));
        Corrections same = lessons(7, 0.8).of(START.plusMonths(9));
        assertThat(then).isEqualTo(same);
        assertThat(then.shock().size()).isEqualTo(Shock.BELIEVED);
        assertThat(then.shock().estimated()).isFalse();
        assertThat(then.of("booked").factor()).isEqualTo(1);
        assertThat(then.of("booked").origins()).isEqualTo(7);
    }

    @Test
    void whatCameTellsHowMuchAllDealsHaveInCommon() {
        LocalDate later = START.plusYears(4);
        Corrections calm = lessons(36, 0.05).of(later);
        Corrections rough = lessons(36, 0.6).of(later);
        assertThat(calm.shock().size()).isLessThan(0.2);
        assertThat(rough.shock().size()).isBetween(0.45, 0.8);
        assertThat(rough.shock().estimated()).isTrue();
        assertThat(rough.shock().origins()).isEqualTo(36);
    }

    @Test
    void aMeasureWithoutForecastsOfItsOwnIsWidenedLikeWhatIsBooked() {
        Corrections learnt = lessons(36, 1.4).of(START.plusYears(4));
        assertThat(learnt.of("booked").factor()).isGreaterThan(1);
        assertThat(learnt.of("cash")).isEqualTo(learnt.of("booked"));
    }
}
