package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.simulation.Range;
import java.util.Arrays;
import java.util.List;

/**
 * Widens futures around their middle: of each, the logarithm of its distance to the middle is multiplied, a fiftieth of the mean
 * being added to all amounts so that "nothing" has a logarithm. The middle and the mean that is told stay where they are.
 *
 * @param factor 1 or more; 1 changes nothing
 */
public record Widener(double factor) {
    /** As they are. */
    public static final Widener NONE = new Widener(1);

    /** Ranges are widened only when so many past forecasts tell that they are too narrow. */
    public static final int ORIGINS_TO_TELL = 8;

    static final double LEAST_COVERAGE = 0.72;
    static final double TARGET = 0.8;
    private static final double MOST = 4;
    private static final double FLOOR = 0.02;

    /** A past forecast that was not widened, and what came. */
    public record Past(double[] futures, double came) {}

    /**
     * How much ranges of forecasts like these must be widened for four of five of what came to lie within P10 to P90 (conformal:
     * the forecast to come counts as one that lies outside). Nothing as long as the ranges cover enough, or too few tell.
     */
    public static Widener fit(List<Past> past) {
        if (past.size() < ORIGINS_TO_TELL || coverage(past) >= LEAST_COVERAGE) {
            return NONE;
        }
        double[] needed = past.stream().mapToDouble(Widener::needed).sorted().toArray();
        int rank = (int) Math.ceil(TARGET * (needed.length + 1));
        return new Widener(Math.max(1, Math.min(MOST, needed[Math.min(needed.length, rank) - 1])));
    }

    /** Share of what came that lay within P10 to P90. */
    public static double coverage(List<Past> past) {
        return past.stream()
                        .filter(one -> {
                            Range range = Range.of(one.futures());
                            return one.came() >= range.p10() && one.came() <= range.p90();
                        })
                        .count()
                / (double) past.size();
    }

    /** The factor with which what came lies at the end of the range. */
    private static double needed(Past one) {
        Range range = Range.of(one.futures());
        double floor = floor(range.mean());
        double end = one.came() < range.p50() ? range.p10() : range.p90();
        double middle = log(range.p50(), floor);
        double off = Math.abs(log(one.came(), floor) - middle);
        double half = Math.abs(log(end, floor) - middle);
        // A hair more, so that rounding does not leave outside what is to lie within.
        return off == 0 ? 0 : half == 0 ? MOST : off / half * (1 + 1e-9);
    }

    private static double floor(double mean) {
        return Math.max(1e-9, FLOOR * Math.abs(mean));
    }

    private static double log(double amount, double floor) {
        return Math.log(Math.max(floor / 100, amount + floor));
    }

    public double[] apply(double[] futures) {
        if (factor <= 1) {
            return futures;
        }
        Range range = Range.of(futures);
        double floor = floor(range.mean());
        double middle = range.p50() + floor;
        return Arrays.stream(futures)
                .map(future -> apply(future, middle, floor))
                .toArray();
    }

    /** What is owed back, below nothing, stays as it is. */
    private double apply(double future, double middle, double floor) {
        if (future <= 0 || middle <= 0) {
            return future;
        }
        return Math.max(0, middle * Math.pow((future + floor) / middle, factor) - floor);
    }

    /** The widened range of futures, with their own mean. */
    public Range range(double[] futures) {
        Range range = Range.of(futures);
        if (factor <= 1) {
            return range;
        }
        Range wide = Range.of(apply(futures));
        return new Range(
                Math.min(range.p10(), wide.p10()), range.p50(), Math.max(range.p90(), wide.p90()), range.mean());
    }
}
