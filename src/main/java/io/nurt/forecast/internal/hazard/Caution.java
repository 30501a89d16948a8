package io.nurt.forecast.internal.hazard;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What few closed deals leave of a model's chances. The administrator's table counts as {@value #TABLE_DEALS} closed deals of
 * its own: without any, the chance is the table's, with a range as wide as so few deals give, and every deal that closes moves
 * it on to the model. And differences between deals that a model of few has found are, in part, the luck of those few: they are
 * drawn to the mean, as far as {@value #LUCK_DEALS} closed deals would outweigh.
 *
 * @param table chance of winning by open stage
 * @param resolved closed deals that the model learnt from
 * @param centre log-odds of the pipeline's mean chance
 * @param tableDrawn by open stage and model drawn, what the table may have meant: the more hopeful the model, the more
 */
record Caution(double[] table, int resolved, double centre, double[][] tableDrawn) {
    /** For models kept before there was any. */
    static final Caution NONE = new Caution(new double[0], 0, 0, new double[0][]);

    private static final double TABLE_DEALS = 10;
    private static final double LUCK_DEALS = 5;
    private static final double LEAST = 0.005;

    /** Chances of one deal: by the models drawn, and the one that is told. */
    record Chances(double told, double[] drawn) {}

    /** @param hope of each model drawn: the chance it gives the pipeline's deals */
    static Caution of(StageTable table, int resolved, double centre, double[] hope) {
        double[] win = new double[table.stages()];
        double[][] drawn = new double[win.length][hope.length];
        for (int s = 0; s < win.length; s++) {
            win[s] = Math.min(1 - LEAST, Math.max(LEAST, table.win()[s]));
            BetaDistribution meant = BetaDistribution.of(TABLE_DEALS * win[s], TABLE_DEALS * (1 - win[s]));
            for (int d = 0; d < hope.length; d++) {
                drawn[s][d] = meant.inverseCumulativeProbability(place(hope, d));
            }
        }
        return new Caution(win, resolved, centre, drawn);
    }

    private static double place(double[] hope, int draw) {
        double below = 0.5;
        for (int d = 0; d < hope.length; d++) {
            below += hope[d] < hope[draw] || (hope[d] == hope[draw] && d < draw) ? 1 : 0;
        }
        return below / hope.length;
    }

    /** How far the table counts, from 1 without closed deals to 0. */
    private double weight() {
        return table.length == 0 ? 0 : TABLE_DEALS / (TABLE_DEALS + resolved);
    }

    private double kept() {
        return table.length == 0 ? 1 : resolved / (resolved + LUCK_DEALS);
    }

    /**
     * @param chance that the model tells
     * @param lever by how much the log-odds lie above those without a lever; 0 without one
     */
    double told(int stage, double chance, double lever) {
        double weight = weight();
        double own = Logit.inverse(drawnToTheMean(chance, lever));
        return weight == 0 ? own : weight * moved(table[stage], lever) + (1 - weight) * own;
    }

    /**
     * All models drawn. They differ as much as before, for how sure one may be has not changed.
     *
     * @param mean of what the models tell
     * @param each what they tell one by one
     */
    Chances of(int stage, double mean, double[] each, double lever) {
        double weight = weight();
        double change = drawnToTheMean(mean, lever) - Logit.of(mean);
        double[] drawn = new double[each.length];
        for (int d = 0; d < each.length; d++) {
            double own = Logit.inverse(Logit.of(each[d]) + change);
            drawn[d] = weight == 0 ? own : weight * moved(tableDrawn[stage][d], lever) + (1 - weight) * own;
        }
        return new Chances(told(stage, mean, lever), drawn);
    }

    private double drawnToTheMean(double chance, double lever) {
        return centre + lever + kept() * (Logit.of(chance) - lever - centre);
    }

    private static double moved(double chance, double lever) {
        return lever == 0 ? chance : Logit.inverse(Logit.of(chance) + lever);
    }
}
