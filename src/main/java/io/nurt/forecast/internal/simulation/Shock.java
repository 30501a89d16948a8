package io.nurt.forecast.internal.simulation;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * How much all deals have in common, learnt from past forecasts: the deviation under which what came was likeliest, among what
 * the futures of then bring (their logarithms taken as normal), with a half-normal belief of 0.3.
 */
public final class Shock {
    /** Held until past forecasts tell. */
    public static final double BELIEVED = 0.3;

    private static final double[] GRID = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0};
    /** Past forecasts from which on they are believed more than what was thought before. */
    public static final int ORIGINS_TO_TELL = 8;

    private Shock() {}

    /** A past forecast: its futures under a shock, and what came. */
    public record Past(DoubleFunction<double[]> futures, double came) {}

    /** The sizes among which {@link #estimate} looks, from the lowest to the highest. */
    public static double[] grid() {
        return GRID.clone();
    }

    public static double estimate(List<Past> past) {
        return estimate(past, 1);
    }

    /** @param weight of each; below 1 where forecasts overlap, so that the same months are not believed twice */
    public static double estimate(List<Past> past, double weight) {
        if (past.size() < ORIGINS_TO_TELL) {
            return BELIEVED;
        }
        double[] score = new double[GRID.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < GRID.length; g++) {
            score[g] = -GRID[g] * GRID[g] / (2 * BELIEVED * BELIEVED);
            for (Past one : past) {
                score[g] += weight * logDensity(one.futures().apply(GRID[g]), one.came());
            }
            highest = Math.max(highest, score[g]);
        }
        double weights = 0;
        double mean = 0;
        for (int g = 0; g < GRID.length; g++) {
            double likely = Math.exp(score[g] - highest);
            weights += likely;
            mean += likely * GRID[g] * GRID[g];
        }
        return Math.sqrt(mean / weights);
    }

    private static double logDensity(double[] futures, double came) {
        double floor = 0;
        for (double future : futures) {
            floor += future / futures.length;
        }
        floor = Math.max(1e-9, 0.02 * floor);
        double sum = 0;
        double squares = 0;
        for (double future : futures) {
            double log = Math.log(floor + future);
            sum += log;
            squares += log * log;
        }
        double mean = sum / futures.length;
        double variance = Math.max(1e-4, squares / futures.length - mean * mean);
        double off = Math.log(floor + came) - mean;
        return -0.5 * (off * off / variance + Math.log(variance));
    }
}
