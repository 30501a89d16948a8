package io.nurt.forecast.internal.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The months of a forecast: the first one is the rest of the current month. Where totals up to other days are wanted, a month is
 * cut there, and each piece counts as a month.
 *
 * @param start the forecast's day
 * @param firsts first day of each month or piece, and the day after the last
 */
public record Calendar(LocalDate start, List<LocalDate> firsts) {
    /** @param months how many, the current one included */
    public Calendar(LocalDate start, int months) {
        this(
                start,
                IntStream.rangeClosed(0, months)
                        .mapToObj(m -> m == 0
                                ? start
                                : YearMonth.from(start).plusMonths(m).atDay(1))
                        .toList());
    }

    /** The same, cut before each of these days; days outside are left out. */
    public Calendar cutAt(Collection<LocalDate> days) {
        TreeSet<LocalDate> cut = new TreeSet<>(firsts);
        days.stream()
                .filter(day -> day.isAfter(firsts.get(0)) && day.isBefore(firsts.get(firsts.size() - 1)))
                .forEach(cut::add);
        return new Calendar(start, List.copyOf(cut));
    }

    public int months() {
        return firsts.size() - 1;
    }

    public YearMonth month(int index) {
        return index < firsts.size()
                ? YearMonth.from(firsts.get(index))
                : YearMonth.from(firsts.get(firsts.size() - 1)).plusMonths(index - months());
    }

    /** Month of a day counted from the start; {@link #months()} or more: after the forecast's end. */
    public int monthOf(long day) {
        LocalDate of = start.plusDays(day);
        int month = 0;
        while (month < months() && !of.isBefore(firsts.get(month + 1))) {
            month++;
        }
        return month;
    }

    /** Month index by day, to the forecast's end and a day beyond: what the simulation asks a hundred million times. */
    short[] monthByDay() {
        short[] byDay = new short[(int) days() + 1];
        for (int day = 0; day < byDay.length; day++) {
            byDay[day] = (short) monthOf(day);
        }
        return byDay;
    }

    /** Days from the start to the end of the last month. */
    public long days() {
        return firstDay(months());
    }

    /** Days from the start to the first day of a month that lies ahead. */
    public long firstDay(int index) {
        return ChronoUnit.DAYS.between(start, firsts.get(index));
    }

    /** Part of the calendar month that a month or piece is. */
    public double part(int index) {
        return (firstDay(index + 1) - firstDay(index)) / (double) month(index).lengthOfMonth();
    }
}
