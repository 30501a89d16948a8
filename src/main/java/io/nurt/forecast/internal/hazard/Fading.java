package io.nurt.forecast.internal.hazard;

/**
 * How the columns that fade go back to normal: of each, the share of its distance to the stage's mean that remains after one
 * period. Learnt from one period to the next of the same deal.
 */
final class Fading {
    static final Fading NONE = new Fading(new double[0][], new double[0]);

    final double[][] normal;
    final double[] kept;

    Fading(double[][] normal, double[] kept) {
        this.normal = normal;
        this.kept = kept;
    }

    /** What the column is to be expected to be, so many periods from now; for ever ahead, its stage's mean. */
    double expected(int stage, int column, double today, int periods) {
        double mean = normal[stage][column];
        return mean + (today - mean) * (periods == Integer.MAX_VALUE ? 0 : Math.pow(kept[column], periods));
    }

    /** @param rows those of a deal follow one another in the order of their periods */
    static Fading of(PeriodRows rows, int stages) {
        int width = rows.columns().size();
        double[][] mean = Means.byStage(rows, stages);
        double[] together = new double[width];
        double[] alone = new double[width];
        for (int i = 0; i + 1 < rows.size(); i++) {
            boolean follows = rows.deal(i) == rows.deal(i + 1)
                    && rows.period(i) + 1 == rows.period(i + 1)
                    && rows.stage(i) == rows.stage(i + 1);
            for (int j = 0; follows && j < width; j++) {
                if (rows.columns().get(j).fades()) {
                    double now = rows.x(i, j) - mean[rows.stage(i)][j];
                    together[j] += now * (rows.x(i + 1, j) - mean[rows.stage(i)][j]);
                    alone[j] += now * now;
                }
            }
        }
        double[] kept = new double[width];
        for (int j = 0; j < width; j++) {
            kept[j] = alone[j] > 0 ? Math.min(0.99, Math.max(0, together[j] / alone[j])) : 0;
        }
        return new Fading(mean, kept);
    }
}
