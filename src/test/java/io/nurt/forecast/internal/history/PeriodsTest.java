package io.nurt.forecast.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.PeriodRows;
import io.nurt.forecast.world.Datasets;
import io.nurt.forecast.world.HistoryWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<UUID> STAGES = List.of(new UUID(1, 0), new UUID(1, 1), new UUID(1, 2));

    /** Rows as text, for comparing them to the last bit. */
    private static List<String> text(PeriodRows rows) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            text.add("deal " + rows.deal(i) + " period " + rows.period(i) + " stage " + rows.stage(i) + " age "
                    + rows.age(i) + " " + rows.exit(i) + " to " + rows.to(i) + " "
                    + java.util.Arrays.toString(rows.values(i)));
        }
        return text;
    }

    private static PeriodRows rows(History history, Features features) {
        return new Periods(history, features, 7).rows();
    }

    private static History history(Instant asOf, Trail... trails) {
        return new History(
                asOf, ZONE, STAGES, new double[] {0.2, 0.5, 0.8}, List.of(trails), List.of(), List.of(new UUID(3, 0)));
    }

    private static Trail trail(Known... known) {
        return new Trail(0, new UUID(4, 0), List.of(known));
    }

    private static long at(double weeks) {
        return MONDAY.toEpochMilli() + (long) (weeks * 7 * 86_400_000L);
    }

    private static Known known(double weeks, int stage, int pass, boolean transition) {
        return new Known(
                at(weeks), at(weeks), stage, pass, 1000, Known.NO_DAY, -1, -1, Known.NO_DAY, "web", transition, false);
    }

    private static List<Exit> exits(PeriodRows rows) {
        List<Exit> exits = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            exits.add(rows.exit(i));
        }
        return exits;
    }

    @Property(tries = 25)
    void whatWasKnownThenIsTheSameReadThenOrLater(@ForAll @IntRange(max = 10_000) int seed) {
        History all = HistoryWorld.draw(40, 3, seed, HistoryWorld.Leak.NONE);
        Instant then = HistoryWorld.START
                .plusWeeks(20 + seed % 30)
                .atStartOfDay(HistoryWorld.ZONE)
                .toInstant();
        History read = Datasets.asOf(all, then);
        Features features = Features.forTraining(read);
        History later =
                new History(then, all.zone(), all.stages(), all.table(), all.trails(), all.owners(), all.companies());
        assertThat(text(rows(later, features))).isNotEmpty().isEqualTo(text(rows(read, features)));
        assertThat(open(later, features)).isEqualTo(open(read, features));
    }

    private static List<String> open(History history, Features features) {
        return new Periods(history, features, 7)
                .open().stream()
                        .map(deal -> deal.dealId() + " " + deal.stage() + " " + deal.age() + " "
                                + java.util.Arrays.toString(deal.x()))
                        .toList();
    }

    @Test
    void whatIsFilledAtClosingIsInNoRow() {
        History plain = HistoryWorld.draw(60, 4, 7, HistoryWorld.Leak.NONE);
        History leaked = HistoryWorld.draw(60, 4, 7, HistoryWorld.Leak.AT_CLOSING);
        History known = HistoryWorld.draw(60, 4, 7, HistoryWorld.Leak.FROM_THE_START);
        List<String> rows = text(rows(plain, Features.forTraining(plain)));
        assertThat(text(rows(leaked, Features.forTraining(leaked)))).isEqualTo(rows);
        assertThat(text(rows(known, Features.forTraining(known)))).isNotEqualTo(rows);
    }

    @Test
    void aClosingRecordedLaterThanItHappenedEndsThePeriodInWhichItWasRecorded() {
        Known late =
                new Known(at(3.5), at(1.2), Known.WON, 1, 1000, Known.NO_DAY, -1, -1, Known.NO_DAY, "web", true, false);
        History history = history(MONDAY.plusSeconds(5 * 7 * 86_400L), trail(known(0, 0, 1, true), late));
        assertThat(exits(rows(history, Features.forTraining(history))))
                .containsExactly(Exit.STAY, Exit.STAY, Exit.STAY, Exit.ADVANCE);
    }

    @Test
    void anEditOfALostDealChangesNoRow() {
        Trail lost = trail(known(0, 0, 1, true), known(1.5, Known.LOST, 1, true));
        Trail edited = trail(known(0, 0, 1, true), known(1.5, Known.LOST, 1, true), known(2.5, Known.LOST, 1, false));
        Instant asOf = MONDAY.plusSeconds(6 * 7 * 86_400L);
        History before = history(asOf, lost);
        History after = history(asOf, edited);
        List<String> rows = text(rows(before, Features.forTraining(before)));
        assertThat(rows).hasSize(2);
        assertThat(text(rows(after, Features.forTraining(after)))).isEqualTo(rows);
    }

    @Test
    void aDealThatWasLostAndCameAgainCountsOnceAsItEndedLast() {
        Trail again = trail(
                known(0, 0, 1, true),
                known(1.5, Known.LOST, 1, true),
                known(3.5, 1, 2, true),
                known(5.5, Known.WON, 2, true));
        History history = history(MONDAY.plusSeconds(8 * 7 * 86_400L), again);
        PeriodRows rows = rows(history, Features.forTraining(history));
        assertThat(exits(rows)).containsExactly(Exit.STAY, Exit.LOSE, Exit.STAY, Exit.ADVANCE);
        assertThat(rows.closed(3)).containsExactly(0, 1);
    }

    @Test
    void goingBackIsAReturnAndTheDealIsFollowedOn() {
        Trail back = trail(known(0, 1, 1, true), known(1.5, 0, 1, true), known(2.5, 2, 1, true));
        History history = history(MONDAY.plusSeconds(4 * 7 * 86_400L), back);
        PeriodRows rows = rows(history, Features.forTraining(history));
        assertThat(exits(rows)).containsExactly(Exit.STAY, Exit.RETURN, Exit.ADVANCE, Exit.STAY);
        assertThat(rows.closed(3)).containsExactly(0, 0);
    }

    @Test
    void whoLeavesAStageAndIsBackInItWithinThePeriodBeginsAnewThere() {
        Trail again =
                trail(known(0, 1, 1, true), known(1.3, 0, 1, true), known(1.6, 1, 1, true), known(2.5, 2, 1, true));
        History history = history(MONDAY.plusSeconds(4 * 7 * 86_400L), again);
        PeriodRows rows = rows(history, Features.forTraining(history));
        assertThat(exits(rows)).containsExactly(Exit.STAY, Exit.RETURN, Exit.ADVANCE, Exit.STAY);
        assertThat(rows.to(1)).isEqualTo(1);
        assertThat(rows.age(2)).isZero();
    }

    @Test
    void howFarADealHadBeenAndHowSoonItCameThisFarAreKnown() {
        Trail fell = trail(known(0, 0, 1, true), known(2, 1, 1, true), known(4, 2, 1, true), known(6, 1, 1, true));
        History history = history(MONDAY.plusSeconds(8 * 7 * 86_400L), fell);
        Features features = Features.forTraining(history);
        List<String> names = features.columns().stream().map(c -> c.name()).toList();
        PeriodRows rows = rows(history, features);
        int further = names.indexOf("wasFurther");
        int way = names.indexOf("wayHere");
        assertThat(List.of(rows.x(3, further), rows.x(5, further), rows.x(6, further)))
                .containsExactly(0f, 0f, 1f);
        assertThat(rows.x(6, way)).as("two weeks, as when it was there first").isEqualTo(rows.x(3, way));
        assertThat(rows.x(3, way)).isEqualTo((float) Math.log1p(2));
    }

    @Test
    void aDealInTheTrashIsNeitherLostNorOpen() {
        Trail trashed = trail(known(0, 0, 1, true), known(1.5, Known.ELSEWHERE, 1, true));
        History history = history(MONDAY.plusSeconds(4 * 7 * 86_400L), trashed);
        Features features = Features.forTraining(history);
        assertThat(exits(rows(history, features))).containsExactly(Exit.STAY);
        assertThat(new Periods(history, features, 7).open()).isEmpty();
    }

    @Test
    void dealsTidiedAwayTogetherTeachNothing() {
        Known cleared =
                new Known(at(1.5), at(1.5), Known.LOST, 1, 1000, Known.NO_DAY, -1, -1, Known.NO_DAY, "web", true, true);
        History history = history(MONDAY.plusSeconds(4 * 7 * 86_400L), trail(known(0, 0, 1, true), cleared));
        assertThat(exits(rows(history, Features.forTraining(history)))).containsExactly(Exit.STAY);
    }

    @Test
    void theQuartersEndIsSeenTwoWeeksAhead() {
        History history = history(MONDAY.plusSeconds(30 * 7 * 86_400L), trail(known(0, 0, 1, true)));
        Features features = Features.forTraining(history);
        int column = features.columns().stream().map(c -> c.name()).toList().indexOf("quarterEnd");
        PeriodRows rows = rows(history, features);
        for (int i = 0; i < rows.size(); i++) {
            LocalDate begin = LocalDate.of(2026, 1, 5).plusWeeks(i);
            LocalDate ahead = begin.plusDays(14);
            boolean ends = (begin.getMonthValue() - 1) / 3 != (ahead.getMonthValue() - 1) / 3;
            assertThat(rows.x(i, column)).as(begin.toString()).isEqualTo(ends ? 1f : 0f);
        }
        assertThat(rows.size()).isEqualTo(30);
    }

    @Test
    void aDealSilentForYearsIsNotLookedAtUntilItSpeaksAgain() {
        Instant later = Instant.ofEpochMilli(at(600));
        History silent = history(later, trail(known(0, 0, 1, true)));
        assertThat(rows(silent, Features.forTraining(silent)).size()).isBetween(200, 202);

        History back =
                history(later, trail(known(0, 0, 1, true), known(500.5, 1, 1, true), known(503.5, Known.WON, 1, true)));
        List<Exit> exits = exits(rows(back, Features.forTraining(back)));
        assertThat(exits).hasSizeBetween(203, 205);
        assertThat(exits.get(exits.size() - 1)).isEqualTo(Exit.ADVANCE);
        assertThat(exits.stream().filter(e -> e != Exit.STAY)).hasSize(1);
    }

    @Test
    void weeksBeginAtMidnightOfThePlaceBeforeAndAfterTheClocksAreChanged() {
        ZoneId warsaw = ZoneId.of("Europe/Warsaw");
        // Clocks are set forward on 29 March; the deal is won on the last evening of the week before.
        Trail won = trail(
                warsaw("2026-03-10T09:00:00+01:00", 0, true), warsaw("2026-03-22T23:30:00+01:00", Known.WON, true));
        Trail waits = trail(warsaw("2026-03-23T00:00:00+01:00", 0, true));
        Instant asOf = Instant.parse("2026-04-13T10:00:00Z");
        List<PeriodRows> rows = new ArrayList<>();
        for (Trail one : List.of(won, waits)) {
            History history = new History(
                    asOf,
                    warsaw,
                    STAGES,
                    new double[] {0.2, 0.5, 0.8},
                    List.of(one),
                    List.of(),
                    List.of(new UUID(3, 0)));
            rows.add(rows(history, Features.forTraining(history)));
        }
        assertThat(exits(rows.get(0))).containsExactly(Exit.ADVANCE);
        assertThat(List.of(rows.get(1).age(0), rows.get(1).age(1), rows.get(1).age(2)))
                .containsExactly(0, 1, 2);
    }

    private static Known warsaw(String moment, int stage, boolean transition) {
        long at = java.time.OffsetDateTime.parse(moment).toInstant().toEpochMilli();
        return new Known(at, at, stage, 1, 1000, Known.NO_DAY, -1, -1, Known.NO_DAY, "web", transition, false);
    }
}
