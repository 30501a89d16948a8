package io.nurt.forecast.internal.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The months of a forecast: the first one is the rest of the current month.
 *
 * @param start the forecast's day
 * @param months how many, the current one included
 */
public record Calendar(LocalDate start, int months) {
    public YearMonth month(int index) {
        return YearMonth.from(start).plusMonths(index);
    }

    /** Month of a day counted from the start; {@link #months()} or more: after the forecast's end. */
    public int monthOf(long day) {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(start.plusDays(day)));
    }

    /** Month index by day, to the forecast's end: what the simulation asks a hundred million times. */
    short[] monthByDay() {
        short[] byDay = new short[(int) days()];
        for (int day = 0; day < byDay.length; day++) {
            byDay[day] = (short) monthOf(day);
        }
        return byDay;
    }

    /** Days from the start to the end of the last month. */
    public long days() {
        return ChronoUnit.DAYS.between(start, month(months).atDay(1));
    }

    /** Days from the start to the first day of a month that lies ahead. */
    public long firstDay(int index) {
        return index == 0 ? 0 : ChronoUnit.DAYS.between(start, month(index).atDay(1));
    }

    /** Part of a month that is still to come. */
    public double part(int index) {
        int length = month(index).lengthOfMonth();
        return index > 0 ? 1 : (length - start.getDayOfMonth() + 1) / (double) length;
    }
}
