package io.nurt.forecast.internal.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * How many new deals each coming month brings: a Gamma-Poisson count whose mean is the recent level times the month's season,
 * the season drawn towards none, the extra spread estimated from the past months.
 */
public final class Arrivals {
    private static final double RECENT = 12;
    private static final double SEASON_WEIGHT = 6;
    private static final double LEAST_SPREAD = 0.01;
    private static final double BELIEVED_SPREAD = 0.05;
    private static final double SPREAD_WEIGHT = 6;

    private final double level;
    private final double levelCount;
    private final double[] season;
    private final double spread;

    private Arrivals(double level, double levelCount, double[] season, double spread) {
        this.level = level;
        this.levelCount = levelCount;
        this.season = season;
        this.spread = spread;
    }

    /**
     * @param counts per whole past month, oldest first
     * @param firstMonth calendar month of the first count, 1 to 12
     */
    public static Arrivals fit(int[] counts, int firstMonth) {
        if (counts.length == 0) {
            return new Arrivals(0, 0, flat(), BELIEVED_SPREAD);
        }
        double[] season = season(counts, firstMonth);
        double weights = 0;
        double level = 0;
        for (int i = 0; i < counts.length; i++) {
            double weight = Math.exp((i - counts.length + 1) / RECENT);
            weights += weight;
            level += weight * counts[i] / season[(firstMonth - 1 + i) % 12];
        }
        level /= weights;
        double excess = SPREAD_WEIGHT * BELIEVED_SPREAD;
        double n = SPREAD_WEIGHT;
        for (int i = 0; i < counts.length && level > 0; i++) {
            double mean = level * season[(firstMonth - 1 + i) % 12];
            excess += ((counts[i] - mean) * (counts[i] - mean) - mean) / (mean * mean);
            n++;
        }
        return new Arrivals(level, level * weights, season, Math.max(LEAST_SPREAD, excess / n));
    }

    private static double[] flat() {
        double[] season = new double[12];
        java.util.Arrays.fill(season, 1);
        return season;
    }

    private static double[] season(int[] counts, int firstMonth) {
        double mean = java.util.Arrays.stream(counts).average().orElse(0);
        double[] season = flat();
        if (counts.length < 18 || mean == 0) {
            return season;
        }
        double[] sum = new double[12];
        double[] n = new double[12];
        for (int i = 0; i < counts.length; i++) {
            sum[(firstMonth - 1 + i) % 12] += counts[i] / mean;
            n[(firstMonth - 1 + i) % 12]++;
        }
        double total = 0;
        for (int m = 0; m < 12; m++) {
            season[m] = (sum[m] + SEASON_WEIGHT) / (n[m] + SEASON_WEIGHT);
            total += season[m];
        }
        for (int m = 0; m < 12; m++) {
            season[m] *= 12 / total;
        }
        return season;
    }

    /** Expected number in a calendar month, 1 to 12. */
    public double mean(int month) {
        return level * season[month - 1];
    }

    /**
     * What one future has in common over all its months: the level is not known exactly.
     *
     * @return a factor around 1
     */
    public double drawLevel(UniformRandomProvider random) {
        return levelCount <= 0 ? 1 : gamma(random, levelCount) / levelCount;
    }

    /** @param part of the month that is still to come, 0 to 1 */
    public int draw(UniformRandomProvider random, int month, double part, double factor) {
        double mean = mean(month) * part * factor;
        if (mean <= 0) {
            return 0;
        }
        double shaken = mean * gamma(random, 1 / spread) * spread;
        return shaken <= 0 ? 0 : PoissonSampler.of(random, shaken).sample();
    }

    private static double gamma(UniformRandomProvider random, double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }
}
