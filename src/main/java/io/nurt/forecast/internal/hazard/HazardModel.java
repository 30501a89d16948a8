package io.nurt.forecast.internal.hazard;

import java.util.List;

/**
 * Chances of advancing, losing and going back in one period, for a deal of given stage, age and columns. One set of
 * coefficients: the best ones, or others that the data allow.
 */
final class HazardModel {
    /** After so many periods what fades is taken to be back to normal. */
    static final int PERIODS_OF_FADING = 30;

    /** Logits by stage, age and exit. */
    final double[][][] base;

    /** Change of the logits by column (as the data have it) and exit; empty for tiers that see stage and age only. */
    final double[][] slope;

    final List<Column> columns;
    final Movement movement;
    final Fading fading;
    final BoostedTrees trees;

    HazardModel(
            double[][][] base,
            double[][] slope,
            List<Column> columns,
            Movement movement,
            Fading fading,
            BoostedTrees trees) {
        this.trees = trees;
        this.base = base;
        this.slope = slope;
        this.columns = columns;
        this.movement = movement;
        this.fading = fading;
    }

    int stages() {
        return base.length;
    }

    /** The model without columns. */
    static HazardModel of(StageAgeHazards hazards, Movement movement, List<Column> columns) {
        double[][][] base = new double[hazards.stages()][AgeBands.OLDEST + 1][Exit.COMPETING];
        for (int s = 0; s < base.length; s++) {
            for (int a = 0; a <= AgeBands.OLDEST; a++) {
                double stay = 1;
                for (int k = 0; k < Exit.COMPETING; k++) {
                    stay -= hazards.at(s, a, k);
                }
                for (int k = 0; k < Exit.COMPETING; k++) {
                    base[s][a][k] = Math.log(hazards.at(s, a, k) / stay);
                }
            }
        }
        return new HazardModel(base, new double[0][], columns, movement, Fading.NONE, BoostedTrees.NONE);
    }

    /** The model with the coefficients of a fit on top of another one. */
    HazardModel with(Design design, double[][] coefficients, Fading fading) {
        double[][][] moved = new double[stages()][AgeBands.OLDEST + 1][Exit.COMPETING];
        double[][] slopes = new double[columns.size()][Exit.COMPETING];
        for (int k = 0; k < Exit.COMPETING; k++) {
            double constant = 0;
            for (int j = 0; j < slopes.length; j++) {
                slopes[j][k] = coefficients[k][j] * design.scale[j];
                constant -= slopes[j][k] * design.mean[j];
            }
            for (int s = 0; s < moved.length; s++) {
                for (int a = 0; a <= AgeBands.OLDEST; a++) {
                    moved[s][a][k] = base[s][a][k] + constant + design.atStageAndAge(coefficients[k], s, a);
                }
            }
        }
        return new HazardModel(moved, slopes, columns, movement, fading, BoostedTrees.NONE);
    }

    /** The same with the odds of one exit from one stage multiplied: a lever. */
    HazardModel times(int stage, Exit exit, double factor) {
        double[][][] moved = base.clone();
        moved[stage] = new double[base[stage].length][];
        for (int a = 0; a < moved[stage].length; a++) {
            moved[stage][a] = base[stage][a].clone();
            moved[stage][a][exit.ordinal() - 1] += Math.log(factor);
        }
        return new HazardModel(moved, slope, columns, movement, fading, trees);
    }

    /** The same with trees on top. */
    HazardModel with(BoostedTrees added) {
        return new HazardModel(base, slope, columns, movement, fading, added);
    }

    boolean seesColumns() {
        return slope.length > 0;
    }

    /** Whether what is known today says less about later periods. */
    boolean fades() {
        return seesColumns() && columns.stream().anyMatch(Column::fades);
    }

    /** What the columns are to be expected to be, so many periods from now. */
    double[] then(double[] x, int stage, int periods) {
        if (periods == 0 || !fades()) {
            return x;
        }
        double[] then = x.clone();
        for (int j = 0; j < then.length; j++) {
            if (columns.get(j).fades()) {
                then[j] = fading.expected(stage, j, x[j], periods);
            }
        }
        return then;
    }

    /**
     * What the columns add to each exit's logit, so many periods from now.
     *
     * @param lift of the trees, for the same deal
     */
    double[] shift(double[] x, TreeLift lift, int stage, int periods) {
        double[] shift = lift.at(stage, periods).clone();
        for (int j = 0; j < slope.length; j++) {
            double value = periods > 0 && columns.get(j).fades() ? fading.expected(stage, j, x[j], periods) : x[j];
            for (int k = 0; k < Exit.COMPETING; k++) {
                shift[k] += slope[j][k] * value;
            }
        }
        return shift;
    }

    /** What the columns add now. */
    double[] shift(double[] x, int stage) {
        double[] shift = new double[Exit.COMPETING];
        trees.add(x, stage, shift);
        for (int j = 0; j < slope.length; j++) {
            for (int k = 0; k < Exit.COMPETING; k++) {
                shift[k] += slope[j][k] * x[j];
            }
        }
        return shift;
    }

    /** Logits of the exits for what is known now. */
    double[] logits(int stage, int age, double[] x) {
        double[] logits = shift(x, stage);
        for (int k = 0; k < Exit.COMPETING; k++) {
            logits[k] += base[stage][Math.min(age, AgeBands.OLDEST)][k];
        }
        return logits;
    }

    /** Fills the chances of the three exits in one period. */
    void hazards(int stage, int age, double[] shift, double[] out) {
        double[] eta = base[stage][Math.min(age, AgeBands.OLDEST)];
        double sum = 1;
        for (int k = 0; k < Exit.COMPETING; k++) {
            out[k] = Math.exp(Math.min(30, eta[k] + shift[k]));
            sum += out[k];
        }
        for (int k = 0; k < Exit.COMPETING; k++) {
            out[k] /= sum;
        }
    }
}
