package io.nurt.forecast.world;

import java.util.List;

/**
 * Naive Bayes in the manner of a well-known product: frequencies of each value among won and lost deals, taken as the deals
 * ended; a won deal counts in every stage, a lost one in the stages up to its last; a tenth added to every count.
 */
public final class NaiveBayesForecaster implements Forecaster {
    private static final double SMOOTHING = 0.1;

    @Override
    public String name() {
        return "naive Bayes";
    }

    @Override
    public double[] chances(World world) {
        List<Closed> closed = Closed.of(world);
        int columns = world.columns().size();
        double[][] ones = new double[2][columns];
        double[][] stages = new double[2][world.stages()];
        double[] total = new double[2];
        for (Closed deal : closed) {
            int w = deal.won() ? 1 : 0;
            total[w]++;
            int last = deal.rows().get(deal.rows().size() - 1);
            for (int j = 0; j < columns; j++) {
                ones[w][j] += high(world.seen().x(last, j));
            }
            int reached = deal.won() ? world.stages() - 1 : deal.lastStage(world);
            for (int s = 0; s <= reached; s++) {
                stages[w][s]++;
            }
        }
        return world.open().stream()
                .mapToDouble(d -> chance(d, ones, stages, total))
                .toArray();
    }

    private static double chance(World.Open deal, double[][] ones, double[][] stages, double[] total) {
        double[] log = new double[2];
        for (int w = 0; w < 2; w++) {
            double n = total[w] + 2 * SMOOTHING;
            log[w] = Math.log((total[w] + SMOOTHING) / (total[0] + total[1] + 2 * SMOOTHING));
            log[w] += Math.log((stages[w][deal.stage()] + SMOOTHING) / n);
            for (int j = 0; j < deal.x().length; j++) {
                double count = high(deal.x()[j]) == 1 ? ones[w][j] : total[w] - ones[w][j];
                log[w] += Math.log((count + SMOOTHING) / n);
            }
        }
        return 1 / (1 + Math.exp(log[0] - log[1]));
    }

    /** A quantity is cut in two at the middle of the amounts (logarithm 9.2). */
    private static double high(double value) {
        return value > 1 ? (value > 9.2 ? 1 : 0) : value;
    }
}
