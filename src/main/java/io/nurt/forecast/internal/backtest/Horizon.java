package io.nurt.forecast.internal.backtest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How far a forecast looks.
 *
 * @param code {@code d30}, {@code d60}, {@code d90} or {@code quarter}
 * @param from the forecast's day
 * @param until last day that counts
 */
record Horizon(String code, LocalDate from, LocalDate until) {
    static final List<String> CODES = List.of("d30", "d60", "d90", "quarter");

    /** From it what past forecasts teach is learnt. */
    static final String TEACHING = "d90";

    static List<Horizon> of(LocalDate day) {
        LocalDate quarter = day.withDayOfMonth(1)
                .plusMonths(3 - (day.getMonthValue() - 1) % 3)
                .minusDays(1);
        return List.of(
                new Horizon("d30", day, day.plusDays(29)),
                new Horizon("d60", day, day.plusDays(59)),
                new Horizon("d90", day, day.plusDays(89)),
                new Horizon("quarter", day, quarter));
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, until) + 1;
    }

    boolean over(LocalDate today) {
        return until.isBefore(today);
    }

    /** Forecasts of neighbouring months that look at the same days: so many stand for one of its own. */
    static double overlap(String code) {
        return switch (code) {
            case "d60" -> 2;
            case "d90" -> 3;
            default -> 1;
        };
    }
}
