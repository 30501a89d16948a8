package io.nurt.forecast.internal.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The moments at which past forecasts are made: starts of months, from when there was something to tell. */
final class Origins {
    static final int MOST = 36;
    private static final int DAYS_OF_HISTORY = 60;
    private static final int QUIET_DAYS = 60;

    private Origins() {}

    /**
     * Last day of which all is known: yesterday. Where no deal has begun for long, the day on which the last one did: files of a
     * past stop somewhere, and after that it is not known what new deals brought.
     *
     * @param last day on which a deal began last
     */
    static LocalDate end(LocalDate last, LocalDate today) {
        return last.isBefore(today.minusDays(QUIET_DAYS)) ? last : today.minusDays(1);
    }

    /**
     * @param first when the first deal was recorded
     * @param end last day of which all is known, see {@link #end}
     * @return oldest first, at most the newest {@value #MOST}
     */
    static List<Instant> of(Instant first, LocalDate end, ZoneId zone) {
        LocalDate earliest = LocalDate.ofInstant(first, zone).plusDays(DAYS_OF_HISTORY);
        LocalDate month = end.plusDays(1).withDayOfMonth(1);
        List<Instant> origins = new ArrayList<>();
        while (!month.isBefore(earliest) && origins.size() < MOST) {
            origins.add(0, month.atStartOfDay(zone).toInstant());
            month = month.minusMonths(1);
        }
        return origins;
    }
}
