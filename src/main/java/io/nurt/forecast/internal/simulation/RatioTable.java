package io.nurt.forecast.internal.simulation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Final over current amount of one stage at a thousand equally likely points, so that a draw is a look. */
final class RatioTable {
    private static final int CELLS = 1024;
    private static final double[] NORMAL = new double[CELLS];

    static {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double squares = 0;
        for (int i = 0; i < CELLS; i++) {
            NORMAL[i] = normal.inverseCumulativeProbability((i + 0.5) / CELLS);
            squares += NORMAL[i] * NORMAL[i];
        }
        // The middles of the cells vary a little less than what they stand for.
        double widen = Math.sqrt(CELLS / squares);
        for (int i = 0; i < CELLS; i++) {
            NORMAL[i] *= widen;
        }
    }

    private final double[] factor = new double[CELLS];

    private RatioTable(double mean, double deviation) {
        for (int i = 0; i < CELLS; i++) {
            factor[i] = Math.exp(mean + deviation * NORMAL[i]);
        }
    }

    static RatioTable[] of(AmountRatio ratio) {
        RatioTable[] tables = new RatioTable[ratio.mean().length];
        for (int s = 0; s < tables.length; s++) {
            tables[s] = new RatioTable(ratio.mean()[s], ratio.deviation()[s]);
        }
        return tables;
    }

    /** @param bits random; the lowest ten decide, which {@link Dice#uniform} does not look at */
    double draw(long bits) {
        return factor[(int) (bits & (CELLS - 1))];
    }
}
