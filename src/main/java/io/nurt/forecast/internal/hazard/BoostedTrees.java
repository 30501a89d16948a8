package io.nurt.forecast.internal.hazard;

import java.util.List;

/**
 * Shallow trees whose sum is added to the logits of a model: what its columns mean together and the sum of their single effects
 * does not say. A tree looks at the columns and at the stage, never at the age, so that one walk serves a whole stay.
 */
final class BoostedTrees {
    static final BoostedTrees NONE = new BoostedTrees(List.of());
    static final int DEPTH = 3;
    /** Nodes that split, numbered as a heap: the root 0, the children of n at 2n + 1 and 2n + 2. */
    static final int SPLITS = (1 << DEPTH) - 1;

    private final List<Tree> trees;

    BoostedTrees(List<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    /**
     * @param exit whose logit it changes
     * @param column that each node looks at; the number of columns is the stage; negative: everything goes left
     * @param above what goes right
     * @param leaf what is added, by leaf
     */
    record Tree(int exit, int[] column, double[] above, double[] leaf) {
        double at(double[] x, int stage) {
            int node = 0;
            while (node < SPLITS) {
                int j = column[node];
                boolean right = j >= 0 && (j == x.length ? stage : x[j]) > above[node];
                node = 2 * node + (right ? 2 : 1);
            }
            return leaf[node - SPLITS];
        }
    }

    List<Tree> trees() {
        return trees;
    }

    boolean none() {
        return trees.isEmpty();
    }

    /** The first so many trees. */
    BoostedTrees first(int number) {
        return new BoostedTrees(trees.subList(0, Math.min(number, trees.size())));
    }

    void add(double[] x, int stage, double[] shift) {
        for (Tree tree : trees) {
            shift[tree.exit] += tree.at(x, stage);
        }
    }
}
