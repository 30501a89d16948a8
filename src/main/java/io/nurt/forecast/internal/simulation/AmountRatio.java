package io.nurt.forecast.internal.simulation;

import java.util.List;

/**
 * What a deal is won for against the amount it stood at in a stage: a log-normal ratio per stage, its mean and deviation drawn
 * towards those of all stages, and those towards "as it stands, give or take".
 *
 * @param mean of the logarithm of final over current amount, per stage
 * @param deviation of that logarithm, per stage
 */
public record AmountRatio(double[] mean, double[] deviation) {
    private static final double WEIGHT = 10;
    private static final double BELIEVED_DEVIATION = 0.2;
    private static final double LARGEST = 2;

    /** @param logRatio of won deals; stage where the amount was read */
    public record Seen(int stage, double logRatio) {}

    /** Amounts are won as they stand. */
    public static AmountRatio none(int stages) {
        return new AmountRatio(new double[stages], new double[stages]);
    }

    public static AmountRatio fit(List<Seen> seen, int stages) {
        double[] all = moments(seen, -1, 0, BELIEVED_DEVIATION);
        double[] mean = new double[stages];
        double[] deviation = new double[stages];
        for (int s = 0; s < stages; s++) {
            double[] own = moments(seen, s, all[0], all[1]);
            mean[s] = own[0];
            deviation[s] = own[1];
        }
        return new AmountRatio(mean, deviation);
    }

    /** One wild ratio (an amount of 1 put in for "unknown") must not decide, so logarithms are cut at {@value #LARGEST}. */
    private static double[] moments(List<Seen> seen, int stage, double priorMean, double priorDeviation) {
        double n = WEIGHT;
        double sum = WEIGHT * priorMean;
        for (Seen one : seen) {
            if (stage < 0 || one.stage() == stage) {
                n++;
                sum += cut(one.logRatio());
            }
        }
        double mean = sum / n;
        double squares = WEIGHT * priorDeviation * priorDeviation;
        for (Seen one : seen) {
            if (stage < 0 || one.stage() == stage) {
                squares += (cut(one.logRatio()) - mean) * (cut(one.logRatio()) - mean);
            }
        }
        return new double[] {mean, Math.sqrt(squares / n)};
    }

    private static double cut(double logRatio) {
        return Math.max(-LARGEST, Math.min(LARGEST, logRatio));
    }
}
