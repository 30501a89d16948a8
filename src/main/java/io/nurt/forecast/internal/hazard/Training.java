package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.DMatrixRMaj;

/** From rows to a model: chooses the tier that the data carry, fits it, recalibrates it on what its own past forecasts missed. */
public final class Training {
    /** Other models that the data allow: enough for a range, few enough to run each deal through all of them. */
    static final int DRAWS = 24;

    private static final int DEALS_ENOUGH_TO_RECALIBRATE = 4_000;

    private final PeriodRows rows;
    private final StageTable table;
    private final long seed;

    private Training(PeriodRows rows, StageTable table, long seed) {
        this.rows = rows;
        this.table = table;
        this.seed = seed;
    }

    /**
     * Loss per row of models of past moments, made the same way, on the periods that followed: how models are compared.
     *
     * @param basis of a model: how strongly its columns are held, how many rounds of trees stand on them
     * @return NaN when there is too little to tell
     */
    public static double rollingLoss(PeriodRows rows, StageTable table, ForecastModel.Basis basis) {
        return Strength.rollingLoss(rows, table, basis.strength(), basis.rounds());
    }

    /**
     * @param rows those of a deal one after another, in the order of their periods
     * @param seed of the other models drawn; the same seed and rows give the same model
     */
    public static ForecastModel train(PeriodRows rows, StageTable table, long seed) {
        return new Training(rows, table, seed).run();
    }

    private ForecastModel run() {
        int[] closed = rows.closed(table.stages());
        int won = closed[1];
        int resolved = won + closed[0];
        Tier carried = Tier.of(resolved, won);
        Strength.Choice choice = carried == Tier.LOGIT ? Strength.choose(rows, table) : Strength.Choice.NONE;
        double strength = choice.best();
        Tier tier = carried == Tier.LOGIT && strength == Strength.NO_COLUMNS ? Tier.STAGE_AGE : carried;
        Strength.Choice among = tier == Tier.LOGIT ? choice : Strength.Choice.NONE;
        TreeTrial trees = carried == Tier.LOGIT && resolved >= Tier.RESOLVED_FOR_TREES
                ? TreeTrial.of(rows, table, strength)
                : TreeTrial.NONE;
        if (trees.rounds > 0) {
            tier = Tier.BOOSTED;
            strength = Strength.underTrees(strength);
            among = new Strength.Choice(new double[] {strength}, new double[] {1});
        }
        Fitted fitted = fit(rows, tier, strength);
        if (trees.rounds > 0) {
            fitted = fitted.with(new TreeBoosting(Strength.thinned(rows), fitted.model).until(trees.rounds));
        }
        Recalibration recalibration =
                carried != Tier.LOGIT ? Recalibration.NONE : recalibration(fitted.model, tier, strength, trees);
        List<HazardModel> draws = draws(fitted, among, strength);
        Typical typical = Typical.of(rows, table.stages());
        return new ForecastModel(
                tier,
                fitted.model,
                draws,
                recalibration,
                caution(draws, typical, resolved),
                typical,
                new ForecastModel.Basis(rows.size(), resolved, won, strength, trees.rounds));
    }

    private Caution caution(List<HazardModel> draws, Typical typical, int resolved) {
        double[] seen = new double[table.stages()];
        java.util.Arrays.fill(seen, 1);
        for (int i = 0; i < rows.size(); i++) {
            seen[rows.stage(i)]++;
        }
        double all = java.util.Arrays.stream(seen).sum();
        double[] hope = new double[draws.size()];
        double[] ofStage = new double[seen.length];
        for (int d = 0; d < hope.length; d++) {
            for (int s = 0; s < seen.length; s++) {
                double chance = new Recursion(draws.get(d), typical.at(s, 0)).everWon(s, 0);
                hope[d] += chance * seen[s] / all;
                ofStage[s] += chance / hope.length;
            }
        }
        double centre = 0;
        for (int s = 0; s < seen.length; s++) {
            centre += Logit.of(ofStage[s]) * seen[s] / all;
        }
        return Caution.of(table, resolved, centre, hope);
    }

    /** One model and what its draws are made of. */
    private final class Fitted {
        final StageAgeHazards base;
        final HazardModel model;
        private final MultinomialRidge.@org.jspecify.annotations.Nullable Fit fit;
        private final Design design;

        Fitted(
                StageAgeHazards base,
                HazardModel model,
                MultinomialRidge.@org.jspecify.annotations.Nullable Fit fit,
                Design design) {
            this.base = base;
            this.model = model;
            this.fit = fit;
            this.design = design;
        }

        Fitted with(BoostedTrees trees) {
            return new Fitted(base, model.with(trees), fit, design);
        }

        void draw(int number, UniformRandomProvider random, List<HazardModel> draws) {
            if (fit == null) {
                for (int d = 0; d < number; d++) {
                    draws.add(HazardModel.of(base.draw(random), model.movement, model.columns));
                }
                return;
            }
            HazardModel plain = HazardModel.of(base, model.movement, model.columns);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            DMatrixRMaj root = root(fit.covariance());
            for (int d = 0; d < number; d++) {
                draws.add(plain.with(design, drawn(fit.coefficients(), root, normal), model.fading)
                        .with(model.trees));
            }
        }
    }

    /** From the models of all strengths, by what these are worth: which one is right is uncertain too. */
    private List<HazardModel> draws(Fitted best, Strength.Choice choice, double strength) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        Map<Double, Integer> number = new java.util.TreeMap<>();
        for (int d = 0; d < DRAWS; d++) {
            number.merge(choice.at((d + 0.5) / DRAWS), 1, Integer::sum);
        }
        List<HazardModel> draws = new ArrayList<>();
        number.forEach((of, times) -> {
            Fitted fitted =
                    of == strength ? best : fit(rows, of == Strength.NO_COLUMNS ? Tier.STAGE_AGE : Tier.LOGIT, of);
            fitted.draw(times, random, draws);
        });
        return draws;
    }

    private Fitted fit(PeriodRows of, Tier tier, double strength) {
        StageAgeHazards base = StageAgeHazards.fit(of, table);
        Movement movement = Movement.of(of, table.stages());
        HazardModel plain = HazardModel.of(base, movement, of.columns());
        Design design = new Design(of, table.stages());
        if (!tier.seesColumns()) {
            return new Fitted(base, plain, null, design);
        }
        MultinomialRidge.Fit fit = MultinomialRidge.fit(of, design, base, design.penalty(strength));
        return new Fitted(base, plain.with(design, fit.coefficients(), Fading.of(of, table.stages())), fit, design);
    }

    private static DMatrixRMaj root(DMatrixRMaj covariance) {
        var cholesky = org.ejml.dense.row.factory.DecompositionFactory_DDRM.chol(covariance.numRows, true);
        cholesky.decompose(covariance.copy());
        return cholesky.getT(null);
    }

    private static double[][] drawn(double[][] best, DMatrixRMaj root, ZigguratSampler.NormalizedGaussian normal) {
        int p = best[0].length;
        double[] e = new double[root.numRows];
        for (int i = 0; i < e.length; i++) {
            e[i] = normal.sample();
        }
        double[][] drawn = new double[best.length][p];
        for (int i = 0; i < e.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root.get(i, j) * e[j];
            }
            drawn[i / p][i % p] = best[i / p][i % p] + sum;
        }
        return drawn;
    }

    /**
     * Forecasts made by models of past moments against what came. What is still open counts as the present model has it, for
     * leaving it out would keep only what ended early.
     */
    private Recalibration recalibration(HazardModel present, Tier tier, double strength, TreeTrial trees) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            last.merge(rows.deal(i), i, (a, b) -> rows.period(b) > rows.period(a) ? b : a);
        }
        List<double[]> pairs = new ArrayList<>();
        Map<Integer, Integer> times = new HashMap<>();
        int[] cuts = Strength.cuts(rows);
        for (int c = 0; c + 1 < cuts.length; c++) {
            int cut = cuts[c];
            HazardModel then = fit(rows.before(cut), tier, strength).model.with(trees.at(cut));
            PeriodRows open = rows.where(i -> rows.period(i) == cut);
            int every = 1 + open.size() / DEALS_ENOUGH_TO_RECALIBRATE;
            for (int i = 0; i < open.size(); i += every) {
                double chance = new Recursion(then, open.values(i)).everWon(open.stage(i), open.age(i));
                int end = last.getOrDefault(open.deal(i), -1);
                pairs.add(new double[] {open.stage(i), chance, outcome(present, end), open.deal(i)});
                times.merge(open.deal(i), 1, Integer::sum);
            }
        }
        int[] stage = pairs.stream().mapToInt(p -> (int) p[0]).toArray();
        double[] chance = pairs.stream().mapToDouble(p -> p[1]).toArray();
        double[] outcome = pairs.stream().mapToDouble(p -> p[2]).toArray();
        double[] weight = pairs.stream()
                .mapToDouble(p -> 1.0 / times.getOrDefault((int) p[3], 1))
                .toArray();
        return Recalibration.fit(stage, chance, outcome, weight, table.stages());
    }

    private double outcome(HazardModel present, int row) {
        Exit exit = rows.exit(row);
        if (exit == Exit.LOSE) {
            return 0;
        }
        if (exit == Exit.ADVANCE && rows.to(row) == table.stages()) {
            return 1;
        }
        int stage = exit == Exit.STAY ? rows.stage(row) : rows.to(row);
        int age = exit == Exit.STAY ? rows.age(row) + 1 : 0;
        return new Recursion(present, rows.values(row)).everWon(stage, age);
    }
}
