package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.forecast.world.ReferenceWorld;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class MultinomialRidgeTest {
    private static final StageTable TABLE = StageTable.of(new double[] {0.1, 0.3, 0.5, 0.7, 0.9}, 26);
    private static final double STRENGTH = 3;

    private final PeriodRows rows = ReferenceWorld.draw(40, 4, 1).seen();
    private final Design design = new Design(rows, ReferenceWorld.STAGES);
    private final StageAgeHazards base = StageAgeHazards.fit(rows, TABLE);

    private MultinomialRidge.Fit fit() {
        return MultinomialRidge.fit(rows, design, base, design.penalty(STRENGTH));
    }

    @Test
    void aStepFromTheSolutionInAnyDirectionMakesItWorse() {
        double[][] best = fit().coefficients();
        double at = objective(best);
        for (int k = 0; k < Exit.COMPETING; k++) {
            for (int j = 0; j < best[k].length; j++) {
                double here = best[k][j];
                best[k][j] = here + 1e-3;
                double above = objective(best);
                best[k][j] = here - 1e-3;
                double below = objective(best);
                best[k][j] = here;
                assertThat(above).isLessThan(at);
                assertThat(below).isLessThan(at);
                assertThat((above - below) / 2e-3).isCloseTo(0, within(1e-2));
            }
        }
    }

    /** The penalised log likelihood, written out anew. */
    private double objective(double[][] theta) {
        double[] penalty = design.penalty(STRENGTH);
        int[] place = new int[design.width()];
        double[] value = new double[design.width()];
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            int n = design.terms(rows, i, place, value);
            double stay = 1;
            for (int k = 0; k < Exit.COMPETING; k++) {
                stay -= base.at(rows.stage(i), rows.age(i), k);
            }
            double total = 1;
            double chosen = 0;
            for (int k = 0; k < Exit.COMPETING; k++) {
                double eta = Math.log(base.at(rows.stage(i), rows.age(i), k) / stay);
                for (int t = 0; t < n; t++) {
                    eta += theta[k][place[t]] * value[t];
                }
                total += Math.exp(eta);
                chosen = rows.exit(i).ordinal() - 1 == k ? eta : chosen;
            }
            sum += chosen - Math.log(total);
        }
        for (double[] of : theta) {
            for (int j = 0; j < of.length; j++) {
                sum -= penalty[j] * of[j] * of[j] / 2;
            }
        }
        return sum;
    }

    @Test
    void withHardlyAnyPenaltyOneFlagGivesTheOddsThatWereCounted() {
        PeriodRows few = new PeriodRows(List.of(Column.flag("yes")));
        int[][] exits = {{60, 20, 20}, {30, 50, 20}};
        Exit[] kinds = {Exit.STAY, Exit.ADVANCE, Exit.LOSE};
        for (int yes = 0; yes < 2; yes++) {
            for (int k = 0; k < kinds.length; k++) {
                for (int n = 0; n < exits[yes][k]; n++) {
                    few.add(few.size(), 0, 0, 0, kinds[k], 1, new double[] {yes});
                }
            }
        }
        StageTable table = new StageTable(new double[] {0.5}, new double[] {2});
        Design one = new Design(few, 1);
        double[] penalty = new double[one.width()];
        java.util.Arrays.fill(penalty, 1e-4);
        double[][] fit = MultinomialRidge.fit(few, one, StageAgeHazards.fit(few, table), penalty)
                .coefficients();
        assertThat(fit[0][0]).isCloseTo(Math.log(50.0 / 30) - Math.log(20.0 / 60), within(2e-3));
        assertThat(fit[1][0]).isCloseTo(Math.log(20.0 / 30) - Math.log(20.0 / 60), within(2e-3));
    }

    @Test
    void oneThreadGivesTheSameBitsAsMany() throws Exception {
        double[][] many = fit().coefficients();
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            assertThat(single.submit(() -> fit().coefficients()).get()).isDeepEqualTo(many);
        } finally {
            single.shutdown();
        }
    }
}
