package io.nurt.forecast.world;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Logistic regression on closed deals only: each of their weeks with weight one over their number, a ridge of one. */
public final class ClosedLogisticForecaster implements Forecaster {
    private static final double RIDGE = 1;

    @Override
    public String name() {
        return "logistic, closed deals";
    }

    @Override
    public double[] chances(World world) {
        List<Closed> closed = Closed.of(world);
        int p = world.stages() + 1 + world.columns().size();
        double[] beta = new double[p];
        for (int step = 0; step < 15; step++) {
            DMatrixRMaj h = CommonOps_DDRM.identity(p);
            CommonOps_DDRM.scale(RIDGE, h);
            DMatrixRMaj g = new DMatrixRMaj(p, 1);
            for (int j = 0; j < p; j++) {
                g.set(j, 0, -RIDGE * beta[j]);
            }
            for (Closed deal : closed) {
                for (int row : deal.rows()) {
                    double[] x = terms(
                            world,
                            world.seen().stage(row),
                            world.seen().age(row),
                            world.seen().values(row));
                    accumulate(x, beta, deal.won() ? 1 : 0, 1.0 / deal.rows().size(), g, h);
                }
            }
            DMatrixRMaj move = new DMatrixRMaj(p, 1);
            CommonOps_DDRM.solve(h, g, move);
            for (int j = 0; j < p; j++) {
                beta[j] += move.get(j, 0);
            }
        }
        return world.open().stream()
                .mapToDouble(d -> sigmoid(dot(beta, terms(world, d.stage(), d.age(), d.x()))))
                .toArray();
    }

    private static void accumulate(double[] x, double[] beta, int y, double weight, DMatrixRMaj g, DMatrixRMaj h) {
        double q = sigmoid(dot(beta, x));
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                g.add(i, 0, weight * (y - q) * x[i]);
                for (int j = 0; j < x.length; j++) {
                    h.add(i, j, weight * q * (1 - q) * x[i] * x[j]);
                }
            }
        }
    }

    private static double[] terms(World world, int stage, int age, double[] values) {
        double[] x = new double[world.stages() + 1 + values.length];
        x[stage] = 1;
        x[world.stages()] = Math.log1p(age);
        for (int j = 0; j < values.length; j++) {
            x[world.stages() + 1 + j] = values[j] > 1 ? values[j] - 9.2 : values[j];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }
}
