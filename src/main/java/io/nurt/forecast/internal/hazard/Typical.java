package io.nurt.forecast.internal.hazard;

/** The typical deal of a stage and age: what a deal is compared with when its chance is explained. */
final class Typical {
    private static final double PSEUDO = 10;

    final double[][][] mean;

    Typical(double[][][] mean) {
        this.mean = mean;
    }

    double[] at(int stage, int age) {
        return mean[stage][AgeBands.of(age)];
    }

    static Typical of(PeriodRows rows, int stages) {
        int width = rows.columns().size();
        double[][] ofStage = Means.byStage(rows, stages);
        double[][][] mean = new double[stages][AgeBands.COUNT][width];
        double[][] n = new double[stages][AgeBands.COUNT];
        for (int i = 0; i < rows.size(); i++) {
            int band = AgeBands.of(rows.age(i));
            n[rows.stage(i)][band]++;
            for (int j = 0; j < width; j++) {
                mean[rows.stage(i)][band][j] += rows.x(i, j);
            }
        }
        for (int s = 0; s < stages; s++) {
            for (int b = 0; b < AgeBands.COUNT; b++) {
                for (int j = 0; j < width; j++) {
                    mean[s][b][j] = (mean[s][b][j] + PSEUDO * ofStage[s][j]) / (n[s][b] + PSEUDO);
                }
            }
        }
        return new Typical(mean);
    }
}
