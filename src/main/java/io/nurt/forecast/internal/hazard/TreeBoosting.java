package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gradient boosting on person-period rows: each round adds, for each exit, one tree fitted to what the model so far misses
 * (Newton's step, values drawn to zero). Columns are cut at quantiles, at most {@value #BINS} parts; no chance is involved, and
 * the result does not depend on the machine's cores.
 *
 * <p>Of a column with a direction, more may only help or only hurt: the chance of going on moves that way, that of losing the
 * other way, that of going back not at all. Below a cut on such a column all leaves stay on their side of the middle.
 */
final class TreeBoosting {
    private static final int BINS = 24;
    private static final double RATE = 0.2;
    /** Ridge of a leaf, in units of curvature: as much as so many events. */
    private static final double RIDGE = 10;

    private static final double LEAST_CURVATURE = 8;
    /** What two columns mean together shows only below a first cut that gains next to nothing. */
    private static final double LEAST_GAIN = 1e-6;

    private static final int ROWS_WORTH_A_THREAD = 4_000;
    private static final int K = Exit.COMPETING;

    private final PeriodRows rows;
    private final int n;
    private final double[][] cuts;
    private final byte[][] bin;
    /** By exit and column: 1 where more must not lower the logit, -1 where it must not raise it, 0 for any; 2 for not at all. */
    private final int[][] toward;

    private final double[] logit;
    private final double[] gradient;
    private final double[] curvature;
    private final byte[] node;
    private final List<BoostedTrees.Tree> trees = new ArrayList<>();

    /** @param margin what the trees are added to */
    TreeBoosting(PeriodRows rows, HazardModel margin) {
        this.rows = rows;
        this.n = rows.size();
        int width = rows.columns().size();
        this.cuts = new double[width + 1][];
        this.bin = new byte[width + 1][n];
        this.logit = new double[n * K];
        this.gradient = new double[n];
        this.curvature = new double[n];
        this.node = new byte[n];
        this.toward = toward(rows.columns());
        columns().forEach(j -> {
            cuts[j] = cuts(j);
            for (int i = 0; i < n; i++) {
                int at = Arrays.binarySearch(cuts[j], value(i, j));
                bin[j][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        });
        for (int i = 0; i < n; i++) {
            double[] eta = margin.logits(rows.stage(i), rows.age(i), rows.values(i));
            System.arraycopy(eta, 0, logit, i * K, K);
        }
    }

    /** Goes on until so many rounds have been made. */
    BoostedTrees until(int rounds) {
        while (trees.size() < rounds * K) {
            trees.add(tree(trees.size() % K));
        }
        return new BoostedTrees(trees);
    }

    private static int[][] toward(List<Column> columns) {
        int[][] toward = new int[K][columns.size() + 1];
        for (int j = 0; j < columns.size(); j++) {
            int up = switch (columns.get(j).direction()) {
                case ANY -> 0;
                case UP -> 1;
                case DOWN -> -1;
            };
            toward[Exit.ADVANCE.ordinal() - 1][j] = up;
            toward[Exit.LOSE.ordinal() - 1][j] = -up;
            toward[Exit.RETURN.ordinal() - 1][j] = up == 0 ? 0 : 2;
        }
        return toward;
    }

    private IntStream columns() {
        IntStream all = IntStream.range(0, cuts.length);
        return n > ROWS_WORTH_A_THREAD ? all.parallel() : all;
    }

    private double value(int row, int column) {
        return column == cuts.length - 1 ? rows.stage(row) : rows.x(row, column);
    }

    /** Values at quantiles, each once; what equals a cut is left of it. */
    private double[] cuts(int column) {
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = value(i, column);
        }
        Arrays.sort(sorted);
        double[] found = new double[BINS];
        int size = 0;
        for (int b = 0; b < BINS && n > 0; b++) {
            double value = sorted[(int) ((long) b * n / BINS)];
            if (value < sorted[n - 1] && (size == 0 || value > found[size - 1])) {
                found[size++] = value;
            }
        }
        // A rare flag lies beyond all quantiles.
        if (size == 0 && n > 0 && sorted[0] < sorted[n - 1]) {
            found[size++] = sorted[0];
        }
        return Arrays.copyOf(found, size);
    }

    private BoostedTrees.Tree tree(int k) {
        for (int i = 0; i < n; i++) {
            double sum = 1;
            double own = 0;
            for (int l = 0; l < K; l++) {
                double e = Math.exp(Math.min(30, logit[i * K + l]));
                own = l == k ? e : own;
                sum += e;
            }
            double p = own / sum;
            gradient[i] = (rows.exit(i).ordinal() - 1 == k ? 1 : 0) - p;
            curvature[i] = p * (1 - p);
        }
        Growing tree = new Growing(k);
        Arrays.fill(node, (byte) 0);
        for (int depth = 0; depth < BoostedTrees.DEPTH; depth++) {
            tree.split(depth);
        }
        double[] leaf = tree.leaves();
        for (int i = 0; i < n; i++) {
            logit[i * K + k] += leaf[node[i] - BoostedTrees.SPLITS];
        }
        return new BoostedTrees.Tree(k, tree.column, tree.above, leaf);
    }

    /** One tree while it grows. */
    private final class Growing {
        final int[] column = new int[BoostedTrees.SPLITS];
        final double[] above = new double[BoostedTrees.SPLITS];
        private final int k;
        /** Between which values the leaves below a node must lie. */
        private final double[] least = new double[2 * BoostedTrees.SPLITS + 1];

        private final double[] most = new double[2 * BoostedTrees.SPLITS + 1];

        Growing(int k) {
            this.k = k;
            Arrays.fill(column, -1);
            Arrays.fill(least, Double.NEGATIVE_INFINITY);
            Arrays.fill(most, Double.POSITIVE_INFINITY);
        }

        void split(int depth) {
            int first = (1 << depth) - 1;
            int nodes = first + 1;
            Cut[][] found = columns().mapToObj(j -> cuts(j, first, nodes)).toArray(Cut[][]::new);
            int[] cut = new int[nodes];
            for (int m = 0; m < nodes; m++) {
                Cut best = Cut.NONE;
                for (int j = 0; j < found.length; j++) {
                    if (found[j][m].gain > best.gain) {
                        best = found[j][m];
                        column[first + m] = j;
                        cut[m] = best.at;
                        above[first + m] = cuts[j][best.at];
                    }
                }
                bounds(first + m, best);
            }
            for (int i = 0; i < n; i++) {
                int m = node[i];
                int j = column[m];
                node[i] = (byte) (2 * m + (j >= 0 && bin[j][i] > cut[m - first] ? 2 : 1));
            }
        }

        private void bounds(int m, Cut best) {
            for (int child = 2 * m + 1; child <= 2 * m + 2; child++) {
                least[child] = least[m];
                most[child] = most[m];
            }
            int way = column[m] < 0 ? 0 : toward[k][column[m]];
            if (way != 0) {
                double middle = (best.left + best.right) / 2;
                int low = way > 0 ? 2 * m + 1 : 2 * m + 2;
                int high = way > 0 ? 2 * m + 2 : 2 * m + 1;
                most[low] = Math.min(most[low], middle);
                least[high] = Math.max(least[high], middle);
            }
        }

        /** The best cut of a column for each node of a level. */
        private Cut[] cuts(int j, int first, int nodes) {
            Cut[] best = new Cut[nodes];
            Arrays.fill(best, Cut.NONE);
            int parts = cuts[j].length + 1;
            if (parts == 1 || toward[k][j] == 2) {
                return best;
            }
            double[] sums = new double[nodes * parts * 2];
            byte[] of = bin[j];
            for (int i = 0; i < n; i++) {
                int at = ((node[i] - first) * parts + of[i]) * 2;
                sums[at] += gradient[i];
                sums[at + 1] += curvature[i];
            }
            for (int m = 0; m < nodes; m++) {
                best[m] = best(first + m, toward[k][j], Arrays.copyOfRange(sums, m * parts * 2, (m + 1) * parts * 2));
            }
            return best;
        }

        private Cut best(int m, int way, double[] sums) {
            double g = 0;
            double h = 0;
            for (int b = 0; b < sums.length; b += 2) {
                g += sums[b];
                h += sums[b + 1];
            }
            double uncut = worth(g, h, value(m, g, h));
            Cut best = Cut.NONE;
            double leftG = 0;
            double leftH = 0;
            for (int b = 0; b < sums.length / 2 - 1; b++) {
                leftG += sums[2 * b];
                leftH += sums[2 * b + 1];
                double rightG = g - leftG;
                double rightH = h - leftH;
                double left = value(m, leftG, leftH);
                double right = value(m, rightG, rightH);
                double gain = worth(leftG, leftH, left) + worth(rightG, rightH, right) - uncut;
                boolean enough = leftH >= LEAST_CURVATURE && rightH >= LEAST_CURVATURE;
                if (enough && gain > best.gain && way * (right - left) >= 0) {
                    best = new Cut(gain, b, left, right);
                }
            }
            return best;
        }

        /** What a leaf with these sums would add, before it is made smaller: as far as its place allows. */
        private double value(int m, double g, double h) {
            return Math.max(least[m], Math.min(most[m], g / (h + RIDGE)));
        }

        private static double worth(double g, double h, double value) {
            return 2 * g * value - (h + RIDGE) * value * value;
        }

        double[] leaves() {
            double[] g = new double[BoostedTrees.SPLITS + 1];
            double[] h = new double[g.length];
            for (int i = 0; i < n; i++) {
                g[node[i] - BoostedTrees.SPLITS] += gradient[i];
                h[node[i] - BoostedTrees.SPLITS] += curvature[i];
            }
            for (int leaf = 0; leaf < g.length; leaf++) {
                g[leaf] = RATE * value(BoostedTrees.SPLITS + leaf, g[leaf], h[leaf]);
            }
            return g;
        }
    }

    /**
     * Where to cut a node.
     *
     * @param at the last part that goes left
     * @param left value of a leaf there
     */
    private record Cut(double gain, int at, double left, double right) {
        static final Cut NONE = new Cut(LEAST_GAIN, -1, 0, 0);
    }
}
