package io.nurt.forecast.internal.hazard;

/**
 * Where deals go that leave a stage: on to which later stage (the number of stages means won), back to which earlier one.
 *
 * @param on shares per stage; each row sums to 1
 * @param back shares per stage; each row sums to 1
 */
record Movement(double[][] on, double[][] back) {
    private static final double PSEUDO = 5;

    static Movement of(PeriodRows rows, int stages) {
        double[][] on = new double[stages][stages + 1];
        double[][] back = new double[stages][stages];
        for (int s = 0; s < stages; s++) {
            on[s][s + 1] = PSEUDO;
            back[s][Math.max(0, s - 1)] = PSEUDO;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.exit(i) == Exit.ADVANCE) {
                on[rows.stage(i)][rows.to(i)]++;
            } else if (rows.exit(i) == Exit.RETURN) {
                back[rows.stage(i)][rows.to(i)]++;
            }
        }
        for (int s = 0; s < stages; s++) {
            normalise(on[s]);
            normalise(back[s]);
        }
        return new Movement(on, back);
    }

    private static void normalise(double[] shares) {
        double sum = java.util.Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }
}
