package io.nurt.forecast.internal.hazard;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * What the administrator's table is worth as a whole. Tables are steeper than what comes of them, as beliefs are, and may be too
 * hopeful or too glum throughout; how much is learnt from all stages together, long before one stage alone tells anything. The
 * candidates are kept with their weights, for they are an uncertainty that all stages share.
 */
final class TableBelief {
    /** How much of the differences between stages is to be taken for true. */
    private static final double[] STEEPNESS = {0, 0.25, 0.5, 0.75, 1};
    /** How likely each of these is held to be before any deal is seen. */
    private static final double[] LIKELY = {1, 1, 1.5, 2, 3};
    /** On the log-odds of going on rather than being lost, at all stages. */
    private static final double[] SHIFT = {-1, -0.5, 0, 0.5, 1};

    private static final double SHIFT_DEVIATION = 0.35;
    /** By how many exits a stage may differ from the candidate before its own exits weigh as much. */
    private static final double OWN = 10;

    /** By candidate and stage: of the deals that leave, the share that goes on. */
    final double[][] share;

    final double[] weight;

    private TableBelief(double[][] share, double[] weight) {
        this.share = share;
        this.weight = weight;
    }

    /** @param exits by stage: went on, lost */
    static TableBelief of(StageTable table, double[][] exits) {
        int stages = table.stages();
        double[] logit = new double[stages];
        for (int s = 0; s < stages; s++) {
            logit[s] = Logit.of(table.advanceShare(s));
        }
        double middle = Arrays.stream(logit).average().orElse(0);
        double[][] share = new double[STEEPNESS.length * SHIFT.length][stages];
        double[] weight = new double[share.length];
        for (int g = 0; g < share.length; g++) {
            double steep = STEEPNESS[g / SHIFT.length];
            double shift = SHIFT[g % SHIFT.length];
            weight[g] = Math.log(LIKELY[g / SHIFT.length]) - shift * shift / (2 * SHIFT_DEVIATION * SHIFT_DEVIATION);
            for (int s = 0; s < stages; s++) {
                double p = Logit.inverse(middle + shift + steep * (logit[s] - middle));
                share[g][s] = p;
                weight[g] += LogBeta.value(OWN * p + exits[s][0], OWN * (1 - p) + exits[s][1])
                        - LogBeta.value(OWN * p, OWN * (1 - p));
            }
        }
        double most = Arrays.stream(weight).max().orElse(0);
        double sum = 0;
        for (int g = 0; g < weight.length; g++) {
            weight[g] = Math.exp(weight[g] - most);
            sum += weight[g];
        }
        for (int g = 0; g < weight.length; g++) {
            weight[g] /= sum;
        }
        return new TableBelief(share, weight);
    }

    double mean(int stage) {
        double mean = 0;
        for (int g = 0; g < weight.length; g++) {
            mean += weight[g] * share[g][stage];
        }
        return mean;
    }

    /** A candidate, by its weight. */
    int draw(double u) {
        double sum = 0;
        for (int g = 0; g < weight.length - 1; g++) {
            sum += weight[g];
            if (u < sum) {
                return g;
            }
        }
        return weight.length - 1;
    }
}
