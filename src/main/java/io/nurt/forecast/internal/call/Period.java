package io.nurt.forecast.internal.call;

import io.nurt.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quarter or a month of the calendar, in the workspace's zone.
 *
 * @param first its first day
 */
record Period(Kind kind, LocalDate first) {
    enum Kind {
        QUARTER(3),
        MONTH(1);

        final int months;

        Kind(int months) {
            this.months = months;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern WRITTEN = Pattern.compile("(19|20|21)(\\d\\d)-(?:Q([1-4])|(0[1-9]|1[0-2]))");

    /** @throws Problem {@link CallProblem#PERIOD_UNKNOWN} unless written as 2026-Q4 or 2026-11 */
    static Period of(String written) {
        Matcher match = WRITTEN.matcher(written);
        if (!match.matches()) {
            throw new Problem(CallProblem.PERIOD_UNKNOWN, written);
        }
        int year = Integer.parseInt(match.group(1) + match.group(2));
        String quarter = match.group(3);
        return quarter == null
                ? new Period(Kind.MONTH, LocalDate.of(year, Integer.parseInt(match.group(4)), 1))
                : new Period(Kind.QUARTER, LocalDate.of(year, 3 * Integer.parseInt(quarter) - 2, 1));
    }

    /** The one asked for; of this quarter when nothing was asked for. */
    static Period of(@Nullable String written, LocalDate today) {
        return written == null || written.isBlank() ? around(Kind.QUARTER, today) : of(written);
    }

    static Period around(Kind kind, LocalDate day) {
        int month = (day.getMonthValue() - 1) / kind.months * kind.months + 1;
        return new Period(kind, LocalDate.of(day.getYear(), month, 1));
    }

    /** So many periods later; earlier for a negative number. */
    Period plus(int periods) {
        return new Period(kind, first.plusMonths((long) periods * kind.months));
    }

    LocalDate last() {
        return plus(1).first.minusDays(1);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }

    boolean over(LocalDate today) {
        return today.isAfter(last());
    }

    Instant start(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return plus(1).start(zone);
    }

    @Override
    public String toString() {
        return kind == Kind.QUARTER
                ? "%d-Q%d".formatted(first.getYear(), (first.getMonthValue() + 2) / 3)
                : first.toString().substring(0, 7);
    }
}
