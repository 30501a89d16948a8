package io.nurt.forecast.internal.simulation;

/**
 * The weeks in which a deal that is won some time is won: the inverse of its distributions, with guides to where to look. Where
 * a branch could not be guessed by the processor there is none.
 */
final class WinWeek {
    /** Answered for a deal that is won later than is looked at. */
    static final int LATER = 100_000;

    private static final int CELLS = 128;

    private final float[][] wonBy;
    private final float[] ever;
    private final byte[] guide;

    /** @param wonBy by draw: chance of having been won by the end of each week, at least one week and at most 127 */
    WinWeek(float[][] wonBy, double[] ever) {
        this.wonBy = wonBy;
        this.ever = new float[wonBy.length];
        this.guide = new byte[wonBy.length * CELLS];
        for (int draw = 0; draw < wonBy.length; draw++) {
            float[] by = wonBy[draw];
            this.ever[draw] = (float) ever[draw];
            int week = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                while (week < by.length - 1 && by[week] <= cell * this.ever[draw] / CELLS) {
                    week++;
                }
                guide[draw * CELLS + cell] = (byte) week;
            }
        }
    }

    /** @param uniform from 0 to 1, without 1 */
    int of(int draw, double uniform) {
        float[] by = wonBy[draw];
        int last = by.length - 1;
        float u = (float) uniform * ever[draw];
        int week = guide[draw * CELLS + (int) (uniform * CELLS)];
        week = Math.min(last, week + below(by[week], u));
        week = Math.min(last, week + below(by[week], u));
        while (week < last && by[week] < u) {
            week++;
        }
        return week + below(by[week], u) * LATER;
    }

    /** 1 when the first is below the second, else 0. */
    private static int below(float a, float b) {
        return Float.floatToRawIntBits(a - b) >>> 31;
    }
}
