package io.nurt.forecast.internal.simulation;

import java.util.Arrays;

/**
 * A sum over futures: one of ten is below {@code p10}, half below {@code p50}, one of ten above {@code p90}.
 */
public record Range(double p10, double p50, double p90, double mean) {

    public static Range of(double[] futures) {
        double[] sorted = futures.clone();
        Arrays.sort(sorted);
        return new Range(
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                Arrays.stream(sorted).average().orElse(0));
    }

    /** Between neighbours, linearly. */
    static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
