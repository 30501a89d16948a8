package io.nurt.forecast.internal.hazard;

/**
 * What the administrator believes before any deal has closed: the chance of winning from each open stage, and how long deals
 * stay.
 *
 * @param win chance of winning ever, per open stage, each between 0 and 1
 * @param stay mean stay in periods, per open stage, positive
 */
public record StageTable(double[] win, double[] stay) {
    /** Periods a deal is taken to stay in a stage as long as nothing is known: the whole way takes a quarter of weeks. */
    public static StageTable of(double[] win, double totalPeriods) {
        double[] stay = new double[win.length];
        java.util.Arrays.fill(stay, Math.max(1, totalPeriods / win.length));
        return new StageTable(win, stay);
    }

    public int stages() {
        return win.length;
    }

    /** Of the deals that leave a stage, the share that goes on: what makes the chances of this table come true. */
    double advanceShare(int stage) {
        double here = clamp(win[stage]);
        double next = stage + 1 < win.length ? clamp(win[stage + 1]) : 1;
        return Math.min(0.98, Math.max(0.02, here / next));
    }

    private static double clamp(double p) {
        return Math.min(0.995, Math.max(0.005, p));
    }
}
