package io.nurt.forecast.internal.hazard;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Brings chances to what came of them: {@code logit p' = intercept + ofStage + slope logit p} (Platt), fitted on forecasts of
 * past moments that the model of then made. Held to "no change" by a prior that some hundred deals outweigh: with fewer it would chase their luck. A stage has a part of
 * its own only after {@value #DEALS_FOR_A_STAGE} forecasts there, and even then drawn to none.
 *
 * @param slope below 1: the model was too sure
 * @param ofStage by stage; empty or 0 where there is none
 */
public record Recalibration(double intercept, double slope, double[] ofStage) {
    public static final Recalibration NONE = new Recalibration(0, 1, new double[0]);

    private static final double INTERCEPT_PRECISION = 25;
    private static final double SLOPE_PRECISION = 50;
    private static final double STAGE_PRECISION = 10;
    static final int DEALS_FOR_A_STAGE = 200;

    /**
     * @param stage of the deal at the forecast
     * @param chance forecast
     * @param outcome 1 won, 0 lost; between: what is believed now of a deal still open
     * @param weight of each: a deal forecast several times came to one end only
     */
    public static Recalibration fit(int[] stage, double[] chance, double[] outcome, double[] weight, int stages) {
        int[] seen = new int[stages];
        for (int s : stage) {
            seen[s]++;
        }
        double[] precision = new double[2 + stages];
        Arrays.fill(precision, STAGE_PRECISION);
        precision[0] = INTERCEPT_PRECISION;
        precision[1] = SLOPE_PRECISION;
        double[] best = new double[2 + stages];
        best[1] = 1;
        for (int step = 0; step < 50; step++) {
            DMatrixRMaj h = new DMatrixRMaj(best.length, best.length);
            DMatrixRMaj g = new DMatrixRMaj(best.length, 1);
            for (int j = 0; j < best.length; j++) {
                g.set(j, 0, -precision[j] * (best[j] - (j == 1 ? 1 : 0)));
                h.set(j, j, precision[j]);
            }
            for (int i = 0; i < chance.length; i++) {
                int own = seen[stage[i]] >= DEALS_FOR_A_STAGE ? 2 + stage[i] : -1;
                add(best, own, Logit.of(chance[i]), outcome[i], weight[i], g, h);
            }
            DMatrixRMaj move = new DMatrixRMaj(best.length, 1);
            var solver = LinearSolverFactory_DDRM.chol(best.length);
            if (!solver.setA(h)) {
                throw new IllegalStateException("no curvature");
            }
            solver.solve(g, move);
            double moved = 0;
            for (int j = 0; j < best.length; j++) {
                best[j] += move.get(j, 0);
                moved += Math.abs(move.get(j, 0));
            }
            if (moved < 1e-10) {
                break;
            }
        }
        return new Recalibration(best[0], best[1], Arrays.copyOfRange(best, 2, best.length));
    }

    private static void add(
            double[] at, int own, double logit, double outcome, double weight, DMatrixRMaj g, DMatrixRMaj h) {
        int[] place = own < 0 ? new int[] {0, 1} : new int[] {0, 1, own};
        double[] value = {1, logit, 1};
        double eta = 0;
        for (int a = 0; a < place.length; a++) {
            eta += at[place[a]] * value[a];
        }
        double p = Logit.inverse(eta);
        for (int a = 0; a < place.length; a++) {
            g.add(place[a], 0, weight * (outcome - p) * value[a]);
            for (int b = 0; b < place.length; b++) {
                h.add(place[a], place[b], weight * p * (1 - p) * value[a] * value[b]);
            }
        }
    }

    public double apply(int stage, double chance) {
        double own = stage < ofStage.length ? ofStage[stage] : 0;
        return Logit.inverse(intercept + own + slope * Logit.of(chance));
    }
}
