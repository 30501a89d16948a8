package io.nurt.forecast.internal.outlook;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken to be otherwise than it is.
 *
 * @param slips days by which deals come later
 * @param stage whose odds of going on are multiplied by {@code factor}; null: none
 * @param arrivals factor of new deals from {@code arrivalsFrom} on; 1: none
 * @param newReps representatives who start in {@code repsFrom} and bring what their colleagues bring after three months' ramp
 */
record Lever(
        Map<UUID, Integer> slips,
        @Nullable UUID stage,
        double factor,
        double arrivals,
        @Nullable YearMonth arrivalsFrom,
        int newReps,
        @Nullable YearMonth repsFrom) {
    static final Lever NONE = new Lever(Map.of(), null, 1, 1, null, 0, null);
    private static final double RAMP_MONTHS = 3;

    static Lever stage(UUID stage, double factor) {
        return new Lever(Map.of(), stage, factor, 1, null, 0, null);
    }

    /** Factor of new deals in a month, in a team of so many. */
    double arrivals(YearMonth month, int representatives) {
        double of = arrivalsFrom == null || month.isBefore(arrivalsFrom) ? 1 : arrivals;
        if (newReps > 0 && repsFrom != null && !month.isBefore(repsFrom)) {
            long since = java.time.temporal.ChronoUnit.MONTHS.between(repsFrom, month) + 1;
            double ramped = Math.min(1, since / RAMP_MONTHS);
            of *= 1 + newReps * ramped / Math.max(1, representatives);
        }
        return of;
    }
}
