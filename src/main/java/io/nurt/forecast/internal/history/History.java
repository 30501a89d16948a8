package io.nurt.forecast.internal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A pipeline's history as it was recorded by a moment.
 *
 * @param asOf nothing recorded later is in it
 * @param zone the workspace's, in which periods begin
 * @param stages open stages in the order of the pipeline as defined then
 * @param table chance of winning by stage as defined then
 * @param owners by number, as in {@link Known#owner()}
 * @param companies by number
 */
public record History(
        Instant asOf,
        ZoneId zone,
        List<UUID> stages,
        double[] table,
        List<Trail> trails,
        List<UUID> owners,
        List<UUID> companies) {

    /** Days of a model's period: a week, or a day in pipelines that are through within a month. */
    public int periodDays() {
        long[] days = trails.stream()
                .filter(t -> !t.known().isEmpty())
                .mapToLong(History::closedAfterDays)
                .filter(d -> d >= 0)
                .sorted()
                .toArray();
        return days.length >= 20 && days[days.length / 2] < 30 ? 1 : 7;
    }

    private static long closedAfterDays(Trail trail) {
        Known last = trail.known().get(trail.known().size() - 1);
        boolean closed = last.stage() == Known.WON || last.stage() == Known.LOST;
        return closed ? (last.effective() - trail.known().get(0).effective()) / 86_400_000L : -1;
    }

    LocalDate day(long moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment), zone);
    }
}
