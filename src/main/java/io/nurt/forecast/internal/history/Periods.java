package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.PeriodRows;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Person-period rows of a history: of every deal that was open at the start of a period, what was known then, and where the
 * period's end, as it was known at that end, found it. Periods are counted back from the Monday before the history's moment.
 */
public final class Periods {
    private static final long MOST_ROWS = 250_000;
    private static final long SILENT = 200;

    private final History history;
    private final Features features;
    private final Surroundings around;
    private final int days;
    private final Boundaries boundaries;
    private final long last;

    /**
     * A deal open at the history's moment.
     *
     * @param age whole periods in its stage
     * @param asleepDays until it is taken up again; 0 when it is awake
     */
    public record Open(UUID dealId, int stage, int age, double[] x, Known known, int asleepDays) {}

    public Periods(History history, Features features, int days) {
        this(history, features, days, new RecordedSurroundings(history.trails()));
    }

    /** @param around when the history is of some deals only */
    public Periods(History history, Features features, int days, Surroundings around) {
        this.history = history;
        this.features = features;
        this.around = around;
        this.days = days;
        LocalDate today = LocalDate.ofInstant(history.asOf(), history.zone());
        LocalDate start = days == 7 ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
        long earliest = history.trails().stream()
                .filter(t -> !t.known().isEmpty())
                .mapToLong(t -> t.known().get(0).recorded())
                .min()
                .orElse(history.asOf().toEpochMilli());
        this.boundaries = new Boundaries(history.zone(), start, days, earliest);
        this.last = boundaries.begin(boundaries.current());
    }

    private long length() {
        return days * 86_400_000L;
    }

    /** Number of the period that begins at the last boundary: earlier ones are smaller, those to come larger. */
    public int current() {
        return boundaries.current();
    }

    /**
     * Rows of all deals; where these would be more than {@value #MOST_ROWS}, of a part of the deals, chosen by their ids. A
     * deal of which nothing was recorded for {@value #SILENT} periods is not looked at until something is: the rest of its
     * silence would teach nothing new.
     */
    public PeriodRows rows() {
        PeriodRows rows = new PeriodRows(features.columns());
        long every = 1 + history.trails().stream().mapToLong(this::expected).sum() / MOST_ROWS;
        for (Trail trail : history.trails()) {
            if (!trail.known().isEmpty() && Math.floorMod(trail.dealId().hashCode(), every) == 0) {
                add(rows, trail);
            }
        }
        return rows;
    }

    /** About as many rows as a deal will have. */
    private long expected(Trail trail) {
        long rows = 0;
        for (int i = 0; i < trail.known().size(); i++) {
            long until = i + 1 < trail.known().size() ? trail.known().get(i + 1).recorded() : last;
            if (trail.known().get(i).open()) {
                rows += Math.max(
                        0, Math.min(SILENT, (until - trail.known().get(i).recorded()) / length()));
            }
        }
        return rows;
    }

    private void add(PeriodRows rows, Trail trail) {
        for (int period = boundaries.from(trail.known().get(0).recorded()); period < current(); period++) {
            long begin = boundaries.begin(period);
            int from = trail.at(begin);
            int to = trail.at(boundaries.begin(period + 1));
            if (from < 0) {
                continue;
            }
            long silent = (begin - trail.known().get(from).recorded()) / length();
            if (silent > SILENT) {
                if (from == trail.known().size() - 1) {
                    return;
                }
                // On to after the period in which something was recorded again: its exit without the silence before
                // would
                // look like a quick one.
                period = boundaries.from(trail.known().get(from + 1).recorded()) - 1;
                continue;
            }
            add(rows, trail, from, to, period, begin);
            if (to == trail.known().size() - 1 && !trail.known().get(to).open()) {
                return;
            }
        }
    }

    private void add(PeriodRows rows, Trail trail, int from, int to, int period, long begin) {
        Known was = trail.known().get(from);
        Known is = trail.known().get(to);
        View view = view(trail, from, begin);
        boolean asleep =
                was.resumeDay() != Known.NO_DAY && was.resumeDay() > view.day().toEpochDay();
        if (!was.open() || asleep || is.stage() == Known.ELSEWHERE || is.cleared()) {
            return;
        }
        double[] x = features.of(view);
        if (is.stage() == Known.LOST) {
            rows.add(trail.number(), period, was.stage(), view.age(), Exit.LOSE, 0, x);
        } else if (is.stage() == Known.WON) {
            rows.add(
                    trail.number(),
                    period,
                    was.stage(),
                    view.age(),
                    Exit.ADVANCE,
                    history.stages().size(),
                    x);
        } else if (is.stage() > was.stage()) {
            rows.add(trail.number(), period, was.stage(), view.age(), Exit.ADVANCE, is.stage(), x);
        } else if (is.stage() < was.stage() || is.pass() > was.pass() || trail.entered(to) > from) {
            // Also who left the stage within the period and is in it again: that stay has begun anew.
            rows.add(trail.number(), period, was.stage(), view.age(), Exit.RETURN, is.stage(), x);
        } else {
            rows.add(trail.number(), period, was.stage(), view.age(), Exit.STAY, was.stage(), x);
        }
    }

    private View view(Trail trail, int index, long moment) {
        int age = boundaries.between(trail.since(index), moment);
        return new View(trail, index, moment, history.day(moment), age, around);
    }

    /** The deals open at the history's moment. */
    public List<Open> open() {
        long now = history.asOf().toEpochMilli();
        List<Open> open = new ArrayList<>();
        for (Trail trail : history.trails()) {
            int index = trail.at(now);
            if (index >= 0 && trail.known().get(index).open()) {
                View view = view(trail, index, now);
                Known known = view.now();
                long sleep = known.resumeDay() == Known.NO_DAY
                        ? 0
                        : Math.max(0, known.resumeDay() - view.day().toEpochDay());
                open.add(new Open(trail.dealId(), known.stage(), view.age(), features.of(view), known, (int) sleep));
            }
        }
        return open;
    }
}
