package io.nurt.forecast.internal.hazard;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Penalised multinomial logit by Newton's method: {@code h_k = exp(o_k + b_k x) / (1 + sum_j exp(o_j + b_j x))}, the penalty
 * {@code sum_kj p_j b_kj^2 / 2}. Rows are summed in a fixed number of parts, in parallel, and the parts in order, so that the
 * result does not depend on the machine's cores.
 */
final class MultinomialRidge {
    private static final int K = Exit.COMPETING;
    private static final int PARTS = 32;
    private static final int MOST_STEPS = 25;
    private static final int ROWS_FOR_A_START = 40_000;

    private final PeriodRows rows;
    private final Design design;
    private final float[] offset;
    private final double[] penalty;
    private final int p;

    private MultinomialRidge(PeriodRows rows, Design design, float[] offset, double[] penalty) {
        this.rows = rows;
        this.design = design;
        this.offset = offset;
        this.penalty = penalty;
        this.p = design.width();
    }

    /**
     * @param coefficients per exit and term
     * @param covariance of the coefficients of all exits one after another (Laplace: the inverse of the curvature)
     * @param evidence logarithm of the marginal likelihood in Laplace's approximation, up to a constant of the data
     */
    record Fit(double[][] coefficients, DMatrixRMaj covariance, double evidence) {}

    /** @param base gives the logits from which coefficients deviate; null for none */
    static Fit fit(PeriodRows rows, Design design, StageAgeHazards base, double[] penalty) {
        return fit(rows, design, base, penalty, null);
    }

    static Fit fit(
            PeriodRows rows,
            Design design,
            StageAgeHazards base,
            double[] penalty,
            double @org.jspecify.annotations.Nullable [] start) {
        double[] from = start;
        if (from == null && rows.size() > 2 * ROWS_FOR_A_START) {
            int every = rows.size() / ROWS_FOR_A_START;
            PeriodRows some = rows.where(i -> i % every == 0);
            double[] weaker = penalty.clone();
            for (int j = 0; j < weaker.length; j++) {
                weaker[j] /= every;
            }
            from = new MultinomialRidge(some, design, offsets(some, base), weaker).solve(null).theta;
        }
        MultinomialRidge all = new MultinomialRidge(rows, design, offsets(rows, base), penalty);
        return all.fitted(all.solve(from));
    }

    private static float[] offsets(PeriodRows rows, StageAgeHazards base) {
        float[] offsets = new float[rows.size() * K];
        for (int i = 0; i < rows.size(); i++) {
            double stay = 1;
            for (int k = 0; k < K; k++) {
                stay -= base.at(rows.stage(i), rows.age(i), k);
            }
            for (int k = 0; k < K; k++) {
                offsets[i * K + k] = (float) Math.log(base.at(rows.stage(i), rows.age(i), k) / stay);
            }
        }
        return offsets;
    }

    private Fit fitted(State end) {
        DMatrixRMaj covariance = end.curvature.copy();
        double logDeterminant = invert(covariance);
        double[][] coefficients = new double[K][p];
        double logPenalty = 0;
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < p; j++) {
                coefficients[k][j] = end.theta[k * p + j];
                logPenalty += Math.log(penalty[j]);
            }
        }
        return new Fit(coefficients, covariance, end.objective + logPenalty / 2 - logDeterminant / 2);
    }

    /** @param objective penalised log likelihood at theta */
    private record State(double[] theta, double objective, DMatrixRMaj curvature) {}

    private State solve(double @org.jspecify.annotations.Nullable [] start) {
        double[] theta = start == null ? new double[K * p] : start.clone();
        Sums at = sums(theta);
        double objective = at.likelihood - penalised(theta);
        for (int step = 0; step < MOST_STEPS; step++) {
            DMatrixRMaj curvature = curvature(at);
            double[] move = newton(curvature, gradient(at, theta));
            double gain = 0;
            double size = 1;
            Sums next = at;
            double[] moved = theta;
            for (int halving = 0; halving < 12; halving++, size /= 2) {
                moved = plus(theta, move, size);
                next = sums(moved);
                gain = next.likelihood - penalised(moved) - objective;
                if (gain >= 0) {
                    break;
                }
            }
            if (gain < 0) {
                return new State(theta, objective, curvature);
            }
            theta = moved;
            at = next;
            objective += gain;
            if (gain < 1e-7 * (1 + Math.abs(objective))) {
                return new State(theta, objective, curvature(at));
            }
        }
        return new State(theta, objective, curvature(at));
    }

    private double penalised(double[] theta) {
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
            sum += penalty[i % p] * theta[i] * theta[i];
        }
        return sum / 2;
    }

    private double[] gradient(Sums at, double[] theta) {
        double[] gradient = at.gradient.clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= penalty[i % p] * theta[i];
        }
        return gradient;
    }

    private static double[] plus(double[] theta, double[] move, double size) {
        double[] sum = new double[theta.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = theta[i] + size * move[i];
        }
        return sum;
    }

    private DMatrixRMaj curvature(Sums at) {
        DMatrixRMaj h = new DMatrixRMaj(K * p, K * p);
        for (int k = 0; k < K; k++) {
            for (int l = 0; l < K; l++) {
                double[] block = at.curvature[pair(k, l)];
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j <= i; j++) {
                        h.set(k * p + i, l * p + j, block[i * p + j]);
                        h.set(k * p + j, l * p + i, block[i * p + j]);
                    }
                }
            }
            for (int i = 0; i < p; i++) {
                h.add(k * p + i, k * p + i, penalty[i]);
            }
        }
        return h;
    }

    private static double[] newton(DMatrixRMaj curvature, double[] gradient) {
        var solver = LinearSolverFactory_DDRM.chol(curvature.numRows);
        if (!solver.setA(curvature.copy())) {
            throw new IllegalStateException("curvature is not positive: a penalty of zero?");
        }
        DMatrixRMaj move = new DMatrixRMaj(gradient.length, 1);
        solver.solve(DMatrixRMaj.wrap(gradient.length, 1, gradient.clone()), move);
        return move.data;
    }

    /** Inverts in place; answers the logarithm of the determinant. */
    private static double invert(DMatrixRMaj matrix) {
        var cholesky = org.ejml.dense.row.factory.DecompositionFactory_DDRM.chol(matrix.numRows, true);
        cholesky.decompose(matrix.copy());
        DMatrixRMaj lower = cholesky.getT(null);
        double log = 0;
        for (int i = 0; i < lower.numRows; i++) {
            log += 2 * Math.log(lower.get(i, i));
        }
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        org.ejml.dense.row.CovarianceOps_DDRM.invert(matrix, inverse);
        CommonOps_DDRM.extract(inverse, 0, matrix.numRows, 0, matrix.numCols, matrix, 0, 0);
        return log;
    }

    private static int pair(int k, int l) {
        int low = Math.min(k, l);
        int high = Math.max(k, l);
        return high * (high + 1) / 2 + low;
    }

    private Sums sums(double[] theta) {
        int n = rows.size();
        Sums[] parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> {
                    Sums sums = new Sums(p);
                    int from = (int) ((long) n * part / PARTS);
                    int to = (int) ((long) n * (part + 1) / PARTS);
                    sums.add(from, to, theta);
                    return sums;
                })
                .toArray(Sums[]::new);
        for (int part = 1; part < PARTS; part++) {
            parts[0].plus(parts[part]);
        }
        return parts[0];
    }

    /** Likelihood, gradient and curvature over some rows. */
    private final class Sums {
        double likelihood;
        final double[] gradient;
        final double[][] curvature;

        Sums(int p) {
            gradient = new double[K * p];
            curvature = new double[K * (K + 1) / 2][p * p];
        }

        void plus(Sums other) {
            likelihood += other.likelihood;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += other.gradient[i];
            }
            for (int b = 0; b < curvature.length; b++) {
                for (int i = 0; i < p * p; i++) {
                    curvature[b][i] += other.curvature[b][i];
                }
            }
        }

        void add(int from, int to, double[] theta) {
            int[] place = new int[p];
            double[] value = new double[p];
            double[] h = new double[K];
            for (int row = from; row < to; row++) {
                int n = design.terms(rows, row, place, value);
                double sum = 1;
                double chosen = 0;
                int exit = rows.exit(row).ordinal() - 1;
                for (int k = 0; k < K; k++) {
                    double eta = offset[row * K + k];
                    for (int t = 0; t < n; t++) {
                        eta += theta[k * p + place[t]] * value[t];
                    }
                    chosen = k == exit ? eta : chosen;
                    h[k] = Math.exp(eta);
                    sum += h[k];
                }
                likelihood += chosen - Math.log(sum);
                for (int k = 0; k < K; k++) {
                    h[k] /= sum;
                    double residual = (k == exit ? 1 : 0) - h[k];
                    for (int t = 0; t < n; t++) {
                        gradient[k * p + place[t]] += residual * value[t];
                    }
                }
                outer(n, place, value, h);
            }
        }

        private void outer(int n, int[] place, double[] value, double[] h) {
            double w00 = h[0] * (1 - h[0]);
            double w01 = -h[0] * h[1];
            double w11 = h[1] * (1 - h[1]);
            double w02 = -h[0] * h[2];
            double w12 = -h[1] * h[2];
            double w22 = h[2] * (1 - h[2]);
            double[] c00 = curvature[0];
            double[] c01 = curvature[1];
            double[] c11 = curvature[2];
            double[] c02 = curvature[3];
            double[] c12 = curvature[4];
            double[] c22 = curvature[5];
            for (int a = 0; a < n; a++) {
                int base = place[a] * p;
                double va = value[a];
                for (int b = 0; b <= a; b++) {
                    double xx = va * value[b];
                    int at = base + place[b];
                    c00[at] += w00 * xx;
                    c01[at] += w01 * xx;
                    c11[at] += w11 * xx;
                    c02[at] += w02 * xx;
                    c12[at] += w12 * xx;
                    c22[at] += w22 * xx;
                }
            }
        }
    }
}
