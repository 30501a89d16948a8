package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What trees add to the logits of one deal, stage by stage and period by period, each worked out once: all models drawn have the
 * same trees, and most trees look at nothing that fades.
 */
final class TreeLift {
    private static final double[] NOTHING = new double[Exit.COMPETING];

    private final HazardModel model;
    private final double[] x;
    private final List<BoostedTrees.Tree> lasting = new ArrayList<>();
    private final List<BoostedTrees.Tree> fading = new ArrayList<>();
    private final double[][] ofLasting;
    private final double[][][] told;

    /** @param model any of those that share the trees */
    TreeLift(HazardModel model, double[] x) {
        this.model = model;
        this.x = x.clone();
        for (BoostedTrees.Tree tree : model.trees.trees()) {
            boolean fades = Arrays.stream(tree.column())
                    .anyMatch(
                            j -> j >= 0 && j < x.length && model.columns.get(j).fades());
            (fades ? fading : lasting).add(tree);
        }
        this.ofLasting = new double[model.stages()][];
        this.told = new double[model.stages()][HazardModel.PERIODS_OF_FADING + 1][];
    }

    /** @param periods from now; {@link Integer#MAX_VALUE} for ever ahead */
    double[] at(int stage, int periods) {
        if (model.trees.none()) {
            return NOTHING;
        }
        int place = Math.min(periods, HazardModel.PERIODS_OF_FADING);
        double[] known = told[stage][place];
        if (known == null) {
            known = work(stage, periods);
            told[stage][place] = known;
        }
        return known;
    }

    private double[] work(int stage, int periods) {
        double[] constant = ofLasting[stage];
        if (constant == null) {
            constant = new double[Exit.COMPETING];
            add(lasting, x, stage, constant);
            ofLasting[stage] = constant;
        }
        double[] lift = constant.clone();
        if (!fading.isEmpty()) {
            add(fading, model.then(x, stage, periods), stage, lift);
        }
        return lift;
    }

    private static void add(List<BoostedTrees.Tree> trees, double[] x, int stage, double[] lift) {
        for (BoostedTrees.Tree tree : trees) {
            lift[tree.exit()] += tree.at(x, stage);
        }
    }
}
