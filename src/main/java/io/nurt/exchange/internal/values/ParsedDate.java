package io.nurt.exchange.internal.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A date as written: with or without a time of day, with or without an offset. */
public record ParsedDate(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
    /** The day it was in that zone. */
    public LocalDate day(ZoneId zone) {
        return offset == null || time == null
                ? date
                : date.atTime(time).atOffset(offset).atZoneSameInstant(zone).toLocalDate();
    }

    /** The moment; without an offset the time is taken as of that zone, without a time the day begins. */
    public Instant instant(ZoneId zone) {
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        return offset == null
                ? date.atTime(at).atZone(zone).toInstant()
                : date.atTime(at).toInstant(offset);
    }
}
