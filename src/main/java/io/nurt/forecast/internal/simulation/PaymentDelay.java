package io.nurt.forecast.internal.simulation;

/**
 * How many days after its due date an invoice is paid, or whether ever: chances by band of lateness, as a distribution that
 * can be asked for an invoice that is late already. Bands are filled evenly.
 */
public final class PaymentDelay {
    /** First day of each band; negative is early. The last band ends a year after the due date. */
    static final int[] FROM = {-30, -7, 0, 1, 8, 15, 31, 61, 91, 181};

    static final int BANDS = FROM.length;
    private static final int LAST = 366;

    /** What draws answer for an invoice that is never paid: later than any day that is looked at. */
    public static final int NEVER = 1_000_000;

    private static final int CELLS = 256;
    /** As {@link #FROM}, and the band of those that are never paid. */
    private static final int[] STARTS = java.util.Arrays.copyOf(FROM, BANDS + 1);

    static {
        STARTS[BANDS] = NEVER;
    }

    private final double[] paidBy = new double[BANDS + 2];
    private final double[] daysPerShare = new double[BANDS + 1];
    private final byte[] guide = new byte[CELLS];

    /** @param share per band, summing to at most 1; what is missing is never paid */
    PaymentDelay(double[] share) {
        for (int b = 0; b < BANDS; b++) {
            paidBy[b + 1] = paidBy[b] + share[b];
            daysPerShare[b] = share[b] > 0 ? (end(b) - FROM[b]) / share[b] : 0;
        }
        paidBy[BANDS + 1] = Double.POSITIVE_INFINITY;
        int band = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            while (cell / (double) CELLS >= paidBy[band + 1]) {
                band++;
            }
            guide[cell] = (byte) band;
        }
    }

    private static int end(int band) {
        return band + 1 < BANDS ? FROM[band + 1] : LAST;
    }

    static int band(int delay) {
        int band = BANDS - 1;
        while (band > 0 && delay < FROM[band]) {
            band--;
        }
        return band;
    }

    /** Days of delay of an invoice about which nothing is known but its payer; {@link #NEVER} for a loss. */
    public int draw(double uniform) {
        return at(uniform);
    }

    /**
     * Days of delay of an invoice that is known to be unpaid so many days after its due date (negative: still before it). The
     * answer is always later than that.
     */
    public int drawLaterThan(int daysLate, double uniform) {
        double known = share(daysLate + 1);
        int delay = at(known + uniform * (1 - known));
        return delay == NEVER ? NEVER : Math.max(delay, daysLate + 1);
    }

    /** Chance of being paid before a day of delay. */
    double share(int day) {
        int b = band(day);
        double within = Math.min(1, Math.max(0, (day - FROM[b]) / (double) (end(b) - FROM[b])));
        return paidBy[b] + within * (paidBy[b + 1] - paidBy[b]);
    }

    private int at(double u) {
        int b = u < 1 ? guide[(int) (u * CELLS)] : BANDS;
        while (u >= paidBy[b + 1]) {
            b++;
        }
        return STARTS[b] + (int) ((u - paidBy[b]) * daysPerShare[b]);
    }
}
