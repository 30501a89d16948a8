package io.nurt.forecast.internal.hazard;

/** Mean of each column over the rows of a stage, drawn towards the mean of all stages: the typical deal there. */
final class Means {
    private static final double PSEUDO = 20;

    private Means() {}

    static double[][] byStage(PeriodRows rows, int stages) {
        int width = rows.columns().size();
        double[] all = new double[width];
        double[][] mean = new double[stages][width];
        double[] n = new double[stages];
        for (int i = 0; i < rows.size(); i++) {
            n[rows.stage(i)]++;
            for (int j = 0; j < width; j++) {
                all[j] += rows.x(i, j);
                mean[rows.stage(i)][j] += rows.x(i, j);
            }
        }
        for (int j = 0; j < width; j++) {
            all[j] /= Math.max(1, rows.size());
            for (int s = 0; s < stages; s++) {
                mean[s][j] = (mean[s][j] + PSEUDO * all[j]) / (n[s] + PSEUDO);
            }
        }
        return mean;
    }
}
