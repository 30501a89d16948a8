package io.nurt.forecast.internal.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Person-period rows: of each open deal and period, what was known at the period's start and how the period ended. Kept by
 * columns, so that a million rows fit in a few hundred megabytes.
 */
public final class PeriodRows {
    private final List<Column> columns;
    private int size;
    private int[] deal;
    private int[] period;
    private short[] stage;
    private short[] age;
    private byte[] exit;
    private short[] to;
    private float[] x;

    public PeriodRows(List<Column> columns) {
        this(columns, 64);
    }

    private PeriodRows(List<Column> columns, int capacity) {
        this.columns = List.copyOf(columns);
        deal = new int[capacity];
        period = new int[capacity];
        stage = new short[capacity];
        age = new short[capacity];
        exit = new byte[capacity];
        to = new short[capacity];
        x = new float[Math.multiplyExact(capacity, columns.size())];
    }

    /**
     * @param deal any number that tells one deal from another
     * @param period number of the calendar period; earlier ones are smaller
     * @param stage position of the stage, 0 first
     * @param age whole periods since the stage was entered
     * @param to stage at the end; the number of stages means won; ignored for a stay and a loss
     * @param values one for each column
     */
    public void add(int deal, int period, int stage, int age, Exit exit, int to, double[] values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        if (size == this.stage.length) {
            grow(Math.max(64, size * 2));
        }
        this.deal[size] = deal;
        this.period[size] = period;
        this.stage[size] = (short) stage;
        this.age[size] = (short) Math.min(age, Short.MAX_VALUE);
        this.exit[size] = (byte) exit.ordinal();
        this.to[size] = (short) to;
        for (int j = 0; j < values.length; j++) {
            x[size * values.length + j] = (float) values[j];
        }
        size++;
    }

    private void grow(int capacity) {
        deal = Arrays.copyOf(deal, capacity);
        period = Arrays.copyOf(period, capacity);
        stage = Arrays.copyOf(stage, capacity);
        age = Arrays.copyOf(age, capacity);
        exit = Arrays.copyOf(exit, capacity);
        to = Arrays.copyOf(to, capacity);
        x = Arrays.copyOf(x, Math.multiplyExact(capacity, Math.max(1, columns.size())));
    }

    /** The rows that a condition on their index keeps. */
    public PeriodRows where(IntPredicate keep) {
        int many = 0;
        for (int i = 0; i < size; i++) {
            many += keep.test(i) ? 1 : 0;
        }
        PeriodRows kept = new PeriodRows(columns, many);
        int width = columns.size();
        for (int i = 0; i < size; i++) {
            if (keep.test(i)) {
                int n = kept.size++;
                kept.deal[n] = deal[i];
                kept.period[n] = period[i];
                kept.stage[n] = stage[i];
                kept.age[n] = age[i];
                kept.exit[n] = exit[i];
                kept.to[n] = to[i];
                System.arraycopy(x, i * width, kept.x, n * width, width);
            }
        }
        return kept;
    }

    /** The rows of periods before one. */
    public PeriodRows before(int limit) {
        return where(i -> period[i] < limit);
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return size;
    }

    public int deal(int row) {
        return deal[row];
    }

    public int period(int row) {
        return period[row];
    }

    public int stage(int row) {
        return stage[row];
    }

    public int age(int row) {
        return age[row];
    }

    public Exit exit(int row) {
        return EXITS[exit[row]];
    }

    public int to(int row) {
        return to[row];
    }

    public float x(int row, int column) {
        return x[row * columns.size() + column];
    }

    /** The values of one row, copied. */
    public double[] values(int row) {
        double[] values = new double[columns.size()];
        for (int j = 0; j < values.length; j++) {
            values[j] = x(row, j);
        }
        return values;
    }

    /**
     * Deals whose last period ended in a loss, and in a win: one that was lost, came again and was won counts once, as won.
     *
     * @return lost, won
     */
    public int[] closed(int stages) {
        java.util.Map<Integer, Integer> last = new java.util.HashMap<>();
        for (int i = 0; i < size; i++) {
            last.merge(deal[i], i, (a, b) -> period[b] > period[a] ? b : a);
        }
        int[] closed = new int[2];
        for (int row : last.values()) {
            if (exit[row] == Exit.LOSE.ordinal()) {
                closed[0]++;
            } else if (exit[row] == Exit.ADVANCE.ordinal() && to[row] == stages) {
                closed[1]++;
            }
        }
        return closed;
    }

    private static final Exit[] EXITS = Exit.values();
}
