package io.nurt.forecast.internal.hazard;

/** Ages in a stage, in periods, grouped so that each group holds enough deals to count. */
final class AgeBands {
    private static final int[] FROM = {0, 1, 2, 4, 8, 13, 26};
    static final int COUNT = FROM.length;
    /** The first age from which on hazards no longer change. */
    static final int OLDEST = 60;

    private AgeBands() {}

    static int of(int age) {
        int band = COUNT - 1;
        while (age < FROM[band]) {
            band--;
        }
        return band;
    }
}
