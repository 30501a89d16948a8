package io.nurt.bench;

import io.nurt.forecast.internal.hazard.PeriodRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simple ways to tell whether a case is approved within some days, learnt from every past day of every case of which that was
 * known at the forecast: counting by stage, counting by stage and age, naive Bayes.
 */
final class LoanBaselines {
    private static final int[] AGE_FROM = {0, 1, 2, 4, 8, 15, 29};
    private static final double PSEUDO = 10;
    private static final double SMOOTHING = 0.1;

    private final int stages;
    private final double[] cuts;
    private final double[][] stage;
    private final double[][][] stageAge;
    private final double[][][] values;
    private final double[] total = new double[2];

    /** @param approved per row: 1 approved in time, 0 not, -1 not known yet */
    LoanBaselines(PeriodRows rows, int[] approved, int stages) {
        this.stages = stages;
        this.stage = new double[stages][2];
        this.stageAge = new double[stages][AGE_FROM.length][2];
        int columns = rows.columns().size();
        this.values = new double[columns + 2][Math.max(2, Math.max(stages, AGE_FROM.length))][2];
        this.cuts = new double[columns];
        for (int j = 0; j < columns; j++) {
            List<Float> seen = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                seen.add(rows.x(i, j));
            }
            float[] sorted = new float[seen.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = seen.get(i);
            }
            Arrays.sort(sorted);
            cuts[j] = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
        for (int i = 0; i < rows.size(); i++) {
            if (approved[i] >= 0) {
                int y = approved[i];
                int s = rows.stage(i);
                int a = band(rows.age(i));
                total[y]++;
                stage[s][y]++;
                stageAge[s][a][y]++;
                values[0][s][y]++;
                values[1][a][y]++;
                for (int j = 0; j < columns; j++) {
                    values[2 + j][rows.x(i, j) > cuts[j] ? 1 : 0][y]++;
                }
            }
        }
    }

    private static int band(int age) {
        int band = AGE_FROM.length - 1;
        while (age < AGE_FROM[band]) {
            band--;
        }
        return band;
    }

    double byStage(int s) {
        double all = (total[1] + 1) / (total[0] + total[1] + 2);
        return (stage[s][1] + PSEUDO * all) / (stage[s][0] + stage[s][1] + PSEUDO);
    }

    double byStageAndAge(int s, int age) {
        double[] cell = stageAge[s][band(age)];
        return (cell[1] + PSEUDO * byStage(s)) / (cell[0] + cell[1] + PSEUDO);
    }

    double naiveBayes(int s, int age, double[] x) {
        double[] log = new double[2];
        for (int y = 0; y < 2; y++) {
            log[y] = Math.log(total[y] + SMOOTHING) + part(0, s, y, stages) + part(1, band(age), y, AGE_FROM.length);
            for (int j = 0; j < x.length; j++) {
                log[y] += part(2 + j, x[j] > cuts[j] ? 1 : 0, y, 2);
            }
        }
        return 1 / (1 + Math.exp(log[0] - log[1]));
    }

    private double part(int of, int value, int y, int kinds) {
        return Math.log((values[of][value][y] + SMOOTHING) / (total[y] + kinds * SMOOTHING));
    }
}
