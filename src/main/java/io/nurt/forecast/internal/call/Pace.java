package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attainment, and whether it is ahead of what it used to be so far into a period. Business days are Monday to Friday. */
final class Pace {
    /** Fewer past periods with a quota say nothing of how things usually go. */
    static final int ENOUGH = 4;

    /** How many past periods are looked at: two years of quarters. */
    static final int LOOKED_AT = 8;

    private Pace() {}

    /**
     * A past period.
     *
     * @param wonByThen what was won by the business day that is as far into it as today is into the present period
     */
    record Past(BigDecimal wonByThen, BigDecimal quota) {}

    /**
     * @param usual attainment so far into past periods, all of them taken together; null below {@link #ENOUGH}
     * @param pace attainment in proportion to that: above 1 is ahead; null when either is unknown
     */
    record Told(@Nullable Double usual, @Nullable Double pace, int periods) {}

    /** The share of a quota that an amount is; null without a quota or with one of nothing. */
    static @Nullable Double attainment(@Nullable BigDecimal amount, @Nullable BigDecimal quota) {
        return amount == null || quota == null || quota.signum() <= 0
                ? null
                : amount.doubleValue() / quota.doubleValue();
    }

    static Told pace(@Nullable Double attainment, List<Past> past) {
        List<Past> asked = past.stream().filter(p -> p.quota().signum() > 0).toList();
        if (asked.size() < ENOUGH) {
            return new Told(null, null, asked.size());
        }
        double won =
                asked.stream().mapToDouble(p -> p.wonByThen().doubleValue()).sum();
        double quota = asked.stream().mapToDouble(p -> p.quota().doubleValue()).sum();
        double usual = won / quota;
        Double pace = attainment == null || usual <= 0 ? null : Double.valueOf(attainment / usual);
        return new Told(usual, pace, asked.size());
    }

    /** Business days from one day to another, both counted. */
    static int businessDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days++;
            }
        }
        return days;
    }

    /** How much of a period's business days has passed, today counted: 0 to 1. */
    static double fraction(Period period, LocalDate today) {
        if (today.isBefore(period.first())) {
            return 0;
        }
        LocalDate until = period.over(today) ? period.last() : today;
        return (double) businessDays(period.first(), until) / businessDays(period.first(), period.last());
    }

    /** The day on which so much of a period's business days has passed; the day before it began for none. */
    static LocalDate dayAt(Period period, double fraction) {
        long wanted = Math.round(fraction * businessDays(period.first(), period.last()));
        if (fraction >= 1) {
            return period.last();
        }
        LocalDate day = period.first().minusDays(1);
        for (int passed = 0; passed < wanted; ) {
            day = day.plusDays(1);
            if (businessDays(day, day) == 1) {
                passed++;
            }
        }
        return day;
    }
}
