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

    /** What draws answer for an invoice that is never paid. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final double[] paidBy;

    /** @param share per band, summing to at most 1; what is missing is never paid */
    PaymentDelay(double[] share) {
        this.paidBy = new double[BANDS + 1];
        for (int b = 0; b < BANDS; b++) {
            paidBy[b + 1] = paidBy[b] + share[b];
        }
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
        int end = b + 1 < BANDS ? FROM[b + 1] : LAST;
        double within = Math.min(1, Math.max(0, (day - FROM[b]) / (double) (end - FROM[b])));
        return paidBy[b] + within * (paidBy[b + 1] - paidBy[b]);
    }

    private int at(double u) {
        if (u >= paidBy[BANDS]) {
            return NEVER;
        }
        int b = 0;
        while (u >= paidBy[b + 1]) {
            b++;
        }
        int end = b + 1 < BANDS ? FROM[b + 1] : LAST;
        double within = (u - paidBy[b]) / (paidBy[b + 1] - paidBy[b]);
        return FROM[b] + (int) (within * (end - FROM[b]));
    }
}
