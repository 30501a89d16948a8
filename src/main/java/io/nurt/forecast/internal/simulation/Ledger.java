package io.nurt.forecast.internal.simulation;

import java.util.Arrays;

/**
 * What some futures bring, by measure and month, of money that goes to the same place: small enough to stay in the processor's
 * cache while many deals are written to it.
 */
final class Ledger {
    /** So few parts are not worth asking whether they still lie in the forecast: the answer could not be guessed. */
    private static final int FIRST_PARTS = 2;

    private static final int BOOKED = Measure.BOOKED.ordinal();
    private static final int RECOGNISED = Measure.RECOGNISED.ordinal();
    private static final int INVOICED = Measure.INVOICED.ordinal();
    private static final int CASH = Measure.CASH.ordinal();

    private final float[] cells;
    private final int columns;
    private final short[] monthByDay;
    private boolean touched;

    Ledger(int futures, int months, short[] monthByDay) {
        this.columns = Replicates.columns(months);
        this.cells = new float[futures * Replicates.MEASURES * columns];
        this.monthByDay = monthByDay;
    }

    /** Books an amount won on a day, and what its plan and its payer make of it. */
    void won(int future, int day, double amount, Simulation.Terms terms, PaymentDelay delay, long bits) {
        int end = monthByDay.length - 1;
        if (day >= end) {
            return;
        }
        touched = true;
        int row = future * Replicates.MEASURES * columns;
        cells[row + BOOKED * columns + monthByDay[day]] += (float) amount;
        bill(row, day, amount, terms, delay, bits);
        double[] share = terms.earnedShare();
        for (int part = 0; part < share.length; part++) {
            int earned = day + terms.earnedAfter()[part];
            if (part > FIRST_PARTS && earned >= end) {
                return;
            }
            cells[row + RECOGNISED * columns + monthByDay[Math.min(end, earned)]] += (float) (amount * share[part]);
        }
    }

    private void bill(int row, int day, double amount, Simulation.Terms terms, PaymentDelay delay, long bits) {
        int end = monthByDay.length - 1;
        long more = bits;
        double[] share = terms.share();
        int[] afterDays = terms.afterDays();
        for (int part = 0; part < share.length; part++) {
            int invoiced = day + afterDays[part];
            if (part > FIRST_PARTS && invoiced >= end) {
                return;
            }
            float value = (float) (amount * share[part]);
            cells[row + INVOICED * columns + monthByDay[Math.min(end, invoiced)]] += value;
            boolean second = (part & 1) == 1;
            more = second ? more : Dice.mix(more);
            int paid = invoiced + Math.max(0, terms.netDays() + delay.draw(Dice.half(more, second)));
            cells[row + CASH * columns + monthByDay[Math.min(end, paid)]] += value;
        }
    }

    /** Hands over what it holds, of futures from {@code from} on, and is empty again. */
    void close(Replicates to, Component component, int[] slots, int from) {
        if (touched) {
            to.add(component, slots, from, cells);
            Arrays.fill(cells, 0);
            touched = false;
        }
    }
}
