package io.nurt.forecast.internal.hazard;

import java.util.List;

/**
 * The columns a logit sees for a row: those of the data, scaled, then one per stage, then how old the stay is
 * ({@code log(1 + age)} and two knots).
 */
final class Design {
    private static final double[] KNOTS = {Math.log1p(4), Math.log1p(13)};
    static final int AGE_TERMS = 1 + KNOTS.length;
    /** A column that hardly varied teaches nothing, and one deal that differs must not be told by it. */
    private static final double LEAST_DEVIATION = 1e-3;

    private static final double AGE_CENTRE = Math.log1p(2);

    private final List<Column> columns;
    private final int stages;
    final double[] mean;
    final double[] scale;

    Design(PeriodRows rows, int stages) {
        this.columns = rows.columns();
        this.stages = stages;
        this.mean = new double[columns.size()];
        this.scale = new double[columns.size()];
        for (int j = 0; j < mean.length; j++) {
            moments(rows, j);
        }
    }

    /** Flags and effects stay 0 and 1, so that most of a row is zero and costs nothing; a quantity is standardised. */
    private void moments(PeriodRows rows, int j) {
        scale[j] = 1;
        if (columns.get(j).kind() != Column.Kind.NUMBER || rows.size() == 0) {
            return;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.x(i, j);
        }
        mean[j] = sum / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            double d = rows.x(i, j) - mean[j];
            squares += d * d;
        }
        double deviation = Math.sqrt(squares / rows.size());
        scale[j] = deviation > LEAST_DEVIATION ? 1 / deviation : 0;
    }

    int width() {
        return columns.size() + stages + AGE_TERMS;
    }

    /** Fills the places of the non-zero terms of a row and their values; says how many. */
    int terms(PeriodRows rows, int row, int[] place, double[] value) {
        int n = 0;
        for (int j = 0; j < mean.length; j++) {
            double v = (rows.x(row, j) - mean[j]) * scale[j];
            if (v != 0) {
                place[n] = j;
                value[n++] = v;
            }
        }
        place[n] = mean.length + rows.stage(row);
        value[n++] = 1;
        for (int t = 0; t < AGE_TERMS; t++) {
            double v = ageTerm(t, rows.age(row));
            if (v != 0) {
                place[n] = mean.length + stages + t;
                value[n++] = v;
            }
        }
        return n;
    }

    /** What stage and age add to the logit of one exit. */
    double atStageAndAge(double[] coefficients, int stage, int age) {
        double sum = coefficients[mean.length + stage];
        for (int t = 0; t < AGE_TERMS; t++) {
            sum += coefficients[mean.length + stages + t] * ageTerm(t, age);
        }
        return sum;
    }

    private static double ageTerm(int t, int age) {
        double log = Math.log1p(Math.min(age, AgeBands.OLDEST));
        return t == 0 ? log - AGE_CENTRE : Math.max(0, log - KNOTS[t - 1]);
    }

    /** How hard each coefficient is held to zero. */
    double[] penalty(double strength) {
        double[] penalty = new double[width()];
        for (int j = 0; j < mean.length; j++) {
            penalty[j] = strength * (columns.get(j).kind() == Column.Kind.EFFECT ? 2 : 1);
        }
        for (int j = mean.length; j < penalty.length; j++) {
            penalty[j] = strength;
        }
        return penalty;
    }
}
