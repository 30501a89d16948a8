package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecursionTest {
    private static final int STAGES = 3;
    private static final int HORIZON = 20;

    /** Random hazards by stage and age, with deals that skip stages and deals that go back. */
    private static HazardModel model(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] base = new double[STAGES][AgeBands.OLDEST + 1][];
        for (int s = 0; s < STAGES; s++) {
            for (int a = 0; a <= AgeBands.OLDEST; a++) {
                base[s][a] = new double[] {
                    -2 + random.nextDouble(), -2.5 + random.nextDouble(), s == 0 ? -30 : -4 + random.nextDouble()
                };
            }
        }
        double[][] on = {{0, 0.7, 0.2, 0.1}, {0, 0, 0.8, 0.2}, {0, 0, 0, 1}};
        double[][] back = {{1, 0, 0}, {1, 0, 0}, {0.3, 0.7, 0}};
        return new HazardModel(
                base, new double[0][], List.of(), new Movement(on, back), Fading.NONE, BoostedTrees.NONE);
    }

    @Test
    void itAgreesWithDealsFollowedOneByOne() {
        HazardModel model = model(5);
        SplittableRandom random = new SplittableRandom(6);
        int n = 60_000;
        double ever = 0;
        double[] wonBy = new double[HORIZON];
        double[] lostBy = new double[HORIZON];
        for (int i = 0; i < n; i++) {
            int[] end = follow(model, 0, 3, random);
            ever += end[0] == STAGES ? 1.0 / n : 0;
            for (int t = end[1]; t < HORIZON; t++) {
                (end[0] == STAGES ? wonBy : lostBy)[t] += 1.0 / n;
            }
        }
        Recursion recursion = new Recursion(model, new double[0]);
        assertThat(recursion.everWon(0, 3)).isCloseTo(ever, within(0.01));
        Outlook outlook = recursion.outlook(0, 3, HORIZON);
        for (int t = 0; t < HORIZON; t++) {
            assertThat(outlook.wonBy()[t]).isCloseTo(wonBy[t], within(0.01));
            assertThat(outlook.lostBy()[t]).isCloseTo(lostBy[t], within(0.01));
        }
    }

    /** @return last stage (below 0: lost) and period of the end */
    private static int[] follow(HazardModel model, int stage, int age, SplittableRandom random) {
        double[] h = new double[Exit.COMPETING];
        for (int t = 0; ; t++) {
            model.hazards(stage, age, new double[Exit.COMPETING], h);
            double u = random.nextDouble();
            age++;
            if (u < h[0]) {
                stage = chosen(model.movement.on()[stage], random);
                age = 0;
            } else if (u < h[0] + h[1]) {
                return new int[] {-1, t};
            } else if (u < h[0] + h[1] + h[2]) {
                stage = chosen(model.movement.back()[stage], random);
                age = 0;
            }
            if (stage == STAGES) {
                return new int[] {STAGES, t};
            }
        }
    }

    private static int chosen(double[] shares, SplittableRandom random) {
        double u = random.nextDouble();
        int at = 0;
        while (at < shares.length - 1 && u >= shares[at]) {
            u -= shares[at++];
        }
        return at;
    }

    @Property(tries = 100)
    void chancesGrowWithTimeAndNeverExceedOne(
            @ForAll long seed, @ForAll @IntRange(max = 2) int stage, @ForAll @IntRange(max = 80) int age) {
        Outlook outlook = new Recursion(model(seed), new double[0]).outlook(stage, age, 400);
        double won = 0;
        double lost = 0;
        for (int t = 0; t < 400; t++) {
            assertThat(outlook.wonBy()[t]).isGreaterThanOrEqualTo(won - 1e-12);
            assertThat(outlook.lostBy()[t]).isGreaterThanOrEqualTo(lost - 1e-12);
            won = outlook.wonBy()[t];
            lost = outlook.lostBy()[t];
        }
        assertThat(won).isLessThanOrEqualTo(outlook.everWon() + 1e-9);
        assertThat(won + lost).isCloseTo(1, within(0.01));
        assertThat(outlook.everWon()).isCloseTo(won, within(0.01));
    }
}
