package io.nurt.forecast.internal.simulation;

/** The week in which a deal that is won some time is won: the inverse of its distribution, with a guide to where to look. */
final class WinWeek {
    private static final int CELLS = 64;

    private final float[] wonBy;
    private final float ever;
    private final byte[] guide = new byte[CELLS];

    /** @param wonBy chance of having been won by the end of each week, at most 127 weeks */
    WinWeek(float[] wonBy, double ever) {
        this.wonBy = wonBy;
        this.ever = (float) ever;
        int week = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            while (week < wonBy.length && wonBy[week] <= cell * this.ever / CELLS) {
                week++;
            }
            guide[cell] = (byte) week;
        }
    }

    /** @param uniform from 0 to 1, without 1; @return -1 when it is won later than is looked at */
    int of(double uniform) {
        float u = (float) uniform * ever;
        int week = guide[(int) (uniform * CELLS)];
        while (week < wonBy.length && wonBy[week] <= u) {
            week++;
        }
        return week == wonBy.length ? -1 : week;
    }
}
