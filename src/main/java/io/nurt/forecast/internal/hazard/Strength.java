package io.nurt.forecast.internal.hazard;

import java.util.Arrays;

/**
 * How hard coefficients are held to zero: the strength under which models of past moments best told the periods that followed
 * (rolling origins, log loss per row). None at all may win: then columns are left out.
 */
final class Strength {
    /** Held so hard that nothing is left: the columns do not pay. */
    static final double NO_COLUMNS = Double.POSITIVE_INFINITY;

    private static final double[] GRID = {1, 3, 10, 30, 100, 300};
    private static final double[] ORIGINS = {0.5, 0.6, 0.7, 0.8, 0.9};
    private static final int ROWS_ENOUGH = 60_000;

    private Strength() {}

    /** Strengths and what each is worth: how likely it made what followed the past moments. */
    record Choice(double[] strength, double[] weight) {
        static final Choice NONE = new Choice(new double[] {NO_COLUMNS}, new double[] {1});

        double best() {
            int best = weight.length - 1;
            for (int g = best - 1; g >= 0; g--) {
                best = weight[g] > weight[best] ? g : best;
            }
            return strength[best];
        }

        /** The strength at a place from 0 to 1 of all the weight. */
        double at(double place) {
            double sum = 0;
            for (int g = 0; g < weight.length; g++) {
                sum += weight[g];
                if (place < sum) {
                    return strength[g];
                }
            }
            return best();
        }
    }

    static Choice choose(PeriodRows all, StageTable table) {
        double[] loss = losses(thinned(all), table, GRID);
        double least = Arrays.stream(loss).min().orElse(0);
        double[] strength = Arrays.copyOf(GRID, loss.length);
        strength[GRID.length] = NO_COLUMNS;
        double[] weight = new double[loss.length];
        double sum = 0;
        for (int g = 0; g < weight.length; g++) {
            weight[g] = Math.exp(least - loss[g]);
            sum += weight[g];
        }
        for (int g = 0; g < weight.length; g++) {
            weight[g] /= sum;
        }
        return new Choice(strength, weight);
    }

    /** @param rounds of trees on top */
    static double rollingLoss(PeriodRows all, StageTable table, double strength, int rounds) {
        PeriodRows rows = thinned(all);
        int[] cuts = cuts(rows);
        int tested = 0;
        double loss = 0;
        for (int c = 0; c + 1 < cuts.length; c++) {
            int from = cuts[c];
            int to = cuts[c + 1];
            PeriodRows train = rows.before(from);
            PeriodRows test = rows.where(i -> rows.period(i) >= from && rows.period(i) < to);
            HazardModel logit = logit(train, table, strength);
            HazardModel model = rounds == 0 ? logit : logit.with(new TreeBoosting(train, logit).until(rounds));
            loss += loss(model, test);
            tested += test.size();
        }
        return tested == 0 ? Double.NaN : loss / tested;
    }

    /** Sums over the origins, one for each strength and at last one for no columns at all. */
    private static double[] losses(PeriodRows rows, StageTable table, double[] grid) {
        double[] loss = new double[grid.length + 1];
        int[] periods = cuts(rows);
        for (int c = 0; c + 1 < periods.length; c++) {
            int from = periods[c];
            int to = periods[c + 1];
            PeriodRows train = rows.before(from);
            PeriodRows test = rows.where(i -> rows.period(i) >= from && rows.period(i) < to);
            StageAgeHazards base = StageAgeHazards.fit(train, table);
            Movement movement = Movement.of(train, table.stages());
            HazardModel plain = HazardModel.of(base, movement, rows.columns());
            Design design = new Design(train, table.stages());
            loss[grid.length] += loss(plain, test);
            for (int g = 0; g < grid.length; g++) {
                var fit = MultinomialRidge.fit(train, design, base, design.penalty(grid[g]));
                loss[g] += loss(plain.with(design, fit.coefficients(), Fading.NONE), test);
            }
        }
        return loss;
    }

    /** Whole deals are left out, so that what remains is still a history; the penalty fits the rows that are kept. */
    static PeriodRows thinned(PeriodRows rows) {
        int every = Math.max(1, rows.size() / ROWS_ENOUGH);
        return every == 1 ? rows : rows.where(i -> Math.floorMod(rows.deal(i) * 0x9E3779B9, every) == 0);
    }

    /** Periods that split the rows at the origins, and one after the last. */
    static int[] cuts(PeriodRows rows) {
        int[] periods = new int[rows.size()];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = rows.period(i);
        }
        Arrays.sort(periods);
        int[] cuts = new int[ORIGINS.length + 1];
        for (int c = 0; c < ORIGINS.length; c++) {
            cuts[c] = periods.length == 0 ? 0 : periods[(int) (ORIGINS[c] * periods.length)];
        }
        cuts[ORIGINS.length] = periods.length == 0 ? 0 : periods[periods.length - 1] + 1;
        return cuts;
    }

    private static double loss(HazardModel model, PeriodRows rows) {
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            loss += loss(model, rows, i);
        }
        return loss;
    }

    static double loss(HazardModel model, PeriodRows rows, int row) {
        double[] h = new double[Exit.COMPETING];
        int stage = rows.stage(row);
        model.hazards(stage, rows.age(row), model.shift(rows.values(row), stage), h);
        Exit exit = rows.exit(row);
        double p = exit == Exit.STAY ? 1 - h[0] - h[1] - h[2] : h[exit.ordinal() - 1];
        return -Math.log(Math.max(1e-12, p));
    }

    /** The strength of the logit that trees are put on, where another one pays or none does. */
    static double underTrees(double strength) {
        return strength == NO_COLUMNS ? GRID[GRID.length - 1] : strength;
    }

    /** The likeliest model of some rows. */
    static HazardModel logit(PeriodRows train, StageTable table, double strength) {
        StageAgeHazards base = StageAgeHazards.fit(train, table);
        HazardModel plain = HazardModel.of(base, Movement.of(train, table.stages()), train.columns());
        if (strength == NO_COLUMNS) {
            return plain;
        }
        Design design = new Design(train, table.stages());
        return plain.with(
                design,
                MultinomialRidge.fit(train, design, base, design.penalty(strength))
                        .coefficients(),
                Fading.NONE);
    }
}
