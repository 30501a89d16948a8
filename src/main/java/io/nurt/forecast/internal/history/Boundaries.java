package io.nurt.forecast.internal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** Where periods begin: at midnight of the place, so that a week is a week when its clocks are set forward or back. */
final class Boundaries {
    private final ZoneId zone;
    private final int days;
    private final int current;
    private final int first;
    private final long[] begins;

    /**
     * @param start day of the last boundary
     * @param days of a period
     * @param earliest moment that is asked about
     */
    Boundaries(ZoneId zone, LocalDate start, int days, long earliest) {
        this.zone = zone;
        this.days = days;
        this.current = (int) Math.floorDiv(start.toEpochDay(), days);
        LocalDate from = LocalDate.ofInstant(Instant.ofEpochMilli(earliest), zone);
        long before = Math.max(0, start.toEpochDay() - from.toEpochDay()) / days + 1;
        this.first = (int) (current - before);
        this.begins = new long[(int) before + 2];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = start.plusDays((i - before) * days)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    /** Number of the period that begins at the last boundary. */
    int current() {
        return current;
    }

    long begin(int period) {
        return begins[period - first];
    }

    /** The first period that begins at a moment or later. */
    int from(long moment) {
        int place = Arrays.binarySearch(begins, moment);
        return first + (place >= 0 ? place : -place - 1);
    }

    /** Whole periods between two moments as the place's clocks count them. */
    int between(long since, long until) {
        return (int) Math.max(0, Math.floorDiv(clock(until) - clock(since), days * 86_400_000L));
    }

    private long clock(long moment) {
        return moment + zone.getRules().getOffset(Instant.ofEpochMilli(moment)).getTotalSeconds() * 1000L;
    }
}
