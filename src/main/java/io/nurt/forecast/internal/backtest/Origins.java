package io.nurt.forecast.internal.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The moments at which past forecasts are made: starts of months, from when there was something to tell. A past too short for
 * these to tell much is looked at four times a month, and from earlier on.
 */
final class Origins {
    static final int MOST = 36;
    private static final int DAYS_OF_HISTORY = 60;
    private static final int FEW = 3;
    private static final int DAYS_OF_SHORT_HISTORY = 28;
    private static final List<Integer> IN_SHORT_HISTORY = List.of(22, 15, 8, 1);

    private Origins() {}

    /**
     * @param first when the first deal was recorded
     * @param end last day of which all is known
     * @return oldest first, at most the newest {@value #MOST}
     */
    static List<Instant> of(Instant first, LocalDate end, ZoneId zone) {
        LocalDate begun = LocalDate.ofInstant(first, zone);
        List<Instant> months = of(begun.plusDays(DAYS_OF_HISTORY), end, zone, List.of(1));
        return months.size() < FEW ? of(begun.plusDays(DAYS_OF_SHORT_HISTORY), end, zone, IN_SHORT_HISTORY) : months;
    }

    /** @param days of the month, latest first */
    private static List<Instant> of(LocalDate earliest, LocalDate end, ZoneId zone, List<Integer> days) {
        LocalDate month = end.plusDays(1).withDayOfMonth(1);
        List<Instant> origins = new ArrayList<>();
        while (!month.plusMonths(1).isBefore(earliest)) {
            for (int day : days) {
                LocalDate origin = month.withDayOfMonth(day);
                if (!origin.isBefore(earliest) && !origin.isAfter(end.plusDays(1)) && origins.size() < MOST) {
                    origins.add(0, origin.atStartOfDay(zone).toInstant());
                }
            }
            month = month.minusMonths(1);
        }
        return origins;
    }

    /** How many there are in a month in which there are any: so much less does each tell of its own. */
    static double perMonth(List<Instant> origins, ZoneId zone) {
        long months = origins.stream()
                .map(origin -> YearMonth.from(origin.atZone(zone)))
                .distinct()
                .count();
        return months == 0 ? 1 : origins.size() / (double) months;
    }
}
