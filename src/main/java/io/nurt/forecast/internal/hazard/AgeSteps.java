package io.nurt.forecast.internal.hazard;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What one exit's hazard does at single ages beyond what the broad bands say: an offer that lapses after thirty days, a reply
 * that comes within the week. Ages are cut into stretches of one factor each; where to cut is told by the data (the cuts of the
 * greatest posterior, each cut paid for), and without evidence there is one stretch with a factor near 1.
 */
final class AgeSteps {
    /** How much likelier, in logarithm, the data must be with a cut than without it. */
    private static final double PRICE = 7;
    /** Events that a factor of 1 is worth. */
    private static final double PSEUDO = 2;

    private AgeSteps() {}

    /**
     * @param events seen at each age
     * @param expected at each age by the bands
     * @return by age, what to multiply the bands' hazard with
     */
    static double[] factors(double[] events, double[] expected) {
        int n = events.length;
        double[] sumEvents = new double[n + 1];
        double[] sumExpected = new double[n + 1];
        for (int a = 0; a < n; a++) {
            sumEvents[a + 1] = sumEvents[a] + events[a];
            sumExpected[a + 1] = sumExpected[a] + expected[a];
        }
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        for (int to = 1; to <= n; to++) {
            best[to] = Double.NEGATIVE_INFINITY;
            for (int begin = 0; begin < to; begin++) {
                double value = best[begin]
                        - (begin == 0 ? 0 : PRICE)
                        + evidence(sumEvents[to] - sumEvents[begin], sumExpected[to] - sumExpected[begin]);
                if (value > best[to]) {
                    best[to] = value;
                    from[to] = begin;
                }
            }
        }
        double[] factors = new double[n];
        for (int to = n; to > 0; to = from[to]) {
            double seen = sumEvents[to] - sumEvents[from[to]];
            double told = sumExpected[to] - sumExpected[from[to]];
            Arrays.fill(factors, from[to], to, (seen + PSEUDO) / (told + PSEUDO));
        }
        return factors;
    }

    /** Logarithm of the chance of so many events when the factor is Gamma about 1, less that with the factor 1. */
    private static double evidence(double events, double expected) {
        return PSEUDO * Math.log(PSEUDO)
                - LogGamma.value(PSEUDO)
                + LogGamma.value(PSEUDO + events)
                - (PSEUDO + events) * Math.log(PSEUDO + expected)
                + expected;
    }
}
