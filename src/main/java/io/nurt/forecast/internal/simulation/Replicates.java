package io.nurt.forecast.internal.simulation;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The futures drawn: of each, what every component and every group brings in every month. Sums of groups are sums of futures;
 * percentiles are taken last.
 */
public final class Replicates {
    /** Measures that are drawn; the last one is worked out of them. */
    static final int MEASURES = Measure.CASH_FLOW.ordinal();

    private static final int COMPONENTS = Component.values().length;

    private final int futures;
    private final int months;
    private final int columns;
    private final float[][] cells;
    private Outgoing outgoing = Outgoing.NONE;

    Replicates(int futures, int months, int slots) {
        this.futures = futures;
        this.months = months;
        this.columns = columns(months);
        this.cells = new float[COMPONENTS + slots][futures * MEASURES * columns];
    }

    /** One more than months: what comes after the forecast's end is written somewhere too, so that nobody need ask whether. */
    static int columns(int months) {
        return months + 1;
    }

    public int futures() {
        return futures;
    }

    /** What goes out with what comes in: {@link Measure#CASH_FLOW} is receipts less this. */
    public Replicates less(Outgoing goesOut) {
        outgoing = goesOut;
        return this;
    }

    public int months() {
        return months;
    }

    void add(Component component, int[] slots, Measure measure, int future, int month, double amount) {
        int at = (future * MEASURES + measure.ordinal()) * columns + month;
        float value = (float) amount;
        cells[component.ordinal()][at] += value;
        for (int slot : slots) {
            cells[COMPONENTS + slot][at] += value;
        }
    }

    /** Adds what a ledger holds of futures from {@code from} on. */
    void add(Component component, int[] slots, int from, float[] ledger) {
        add(cells[component.ordinal()], from, ledger);
        for (int slot : slots) {
            add(cells[COMPONENTS + slot], from, ledger);
        }
    }

    private void add(float[] row, int from, float[] ledger) {
        int first = from * MEASURES * columns;
        for (int i = 0; i < ledger.length; i++) {
            row[first + i] += ledger[i];
        }
    }

    /** Adds the futures of another part of the business, future by future: both were drawn with the same seed and groups. */
    public void plus(Replicates other) {
        for (int row = 0; row < cells.length; row++) {
            for (int i = 0; i < cells[row].length; i++) {
                cells[row][i] += other.cells[row][i];
            }
        }
    }

    /** Of each future, a component's sum over months {@code from} to {@code to}, both included. */
    public double[] component(Component component, Measure measure, int from, int to) {
        return sums(component.ordinal(), measure, from, to);
    }

    /** Of each future, a group's sum over months. */
    public double[] slot(int slot, Measure measure, int from, int to) {
        return sums(COMPONENTS + slot, measure, from, to);
    }

    /** Of each future, the sum of all components over months. */
    public double[] total(Measure measure, int from, int to) {
        return each(future -> {
            double sum = 0;
            for (Component component : Component.values()) {
                sum += sum(component.ordinal(), measure, future, from, to);
            }
            return sum;
        });
    }

    private double[] sums(int row, Measure measure, int from, int to) {
        return each(future -> sum(row, measure, future, from, to));
    }

    private double sum(int row, Measure measure, int future, int from, int to) {
        if (measure == Measure.CASH_FLOW) {
            return sum(row, Measure.CASH, future, from, to)
                    - outgoing.commission() * sum(row, Measure.BOOKED, future, from, to)
                    - outgoing.delivery() * sum(row, outgoing.deliveryOf(), future, from, to);
        }
        int first = (future * MEASURES + measure.ordinal()) * columns;
        double sum = 0;
        for (int month = from; month <= to; month++) {
            sum += cells[row][first + month];
        }
        return sum;
    }

    private double[] each(IntToDoubleFunction function) {
        return IntStream.range(0, futures).mapToDouble(function).toArray();
    }
}
