package io.nurt.forecast.internal.call;

import io.nurt.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The forecast call of a period: one row for the workspace, each team and each person, parents before their children.
 *
 * @param currency of all amounts
 * @param fraction share of the period's business days that has passed
 * @param basis of the model's range: {@code independent} or {@code simulation}; null when the model says nothing of the period
 * @param week Monday of the week in which the table was kept; null for the table as it is now
 * @param withoutCloseDate open deals that are in no period's figures because nobody said when they will close
 * @param me the caller
 * @param teams that the caller may see, of which the table may be asked; also those that are left out of {@code rows} then
 */
record CallTable(
        String period,
        LocalDate first,
        LocalDate last,
        String previous,
        String next,
        boolean over,
        Instant asOf,
        String currency,
        double fraction,
        @Nullable String basis,
        @Nullable LocalDate week,
        long withoutCloseDate,
        @Nullable UUID me,
        @Nullable List<CallTeam> teams,
        List<CallRow> rows) {

    /** @param depth of a team without another above it that is seen: 0 */
    record CallTeam(UUID id, @Nullable String name, int depth) {}

    CallTable with(List<CallRow> others, UUID caller, @Nullable LocalDate keptIn) {
        return new CallTable(
                period,
                first,
                last,
                previous,
                next,
                over,
                asOf,
                currency,
                fraction,
                basis,
                keptIn,
                withoutCloseDate,
                caller,
                teams(others),
                others);
    }

    CallTable withoutCloseDate(long deals) {
        return new CallTable(
                period, first, last, previous, next, over, asOf, currency, fraction, basis, week, deals, me, teams,
                rows);
    }

    private static List<CallTeam> teams(List<CallRow> rows) {
        List<CallTeam> teams = new ArrayList<>();
        int outermost = rows.stream()
                .filter(row -> row.kind().equals("team"))
                .mapToInt(CallRow::depth)
                .min()
                .orElse(0);
        for (CallRow row : rows) {
            UUID id = row.id();
            if (row.kind().equals("team") && id != null) {
                teams.add(new CallTeam(id, row.name(), row.depth() - outermost));
            }
        }
        return teams;
    }

    /**
     * Only a team's row and those below it.
     *
     * @throws Problem {@link CallProblem#SUBJECT_UNKNOWN} when the table has no such team
     */
    CallTable ofTeam(UUID team, long withoutCloseDateOfTeam) {
        Set<String> below = new HashSet<>();
        List<CallRow> kept = new ArrayList<>();
        int up = 0;
        for (CallRow row : rows) {
            boolean top = row.kind().equals("team") && team.equals(row.id());
            if (top) {
                up = row.depth();
            }
            if (top || below.contains(row.parent())) {
                below.add(row.key());
                kept.add(row.at(top ? null : row.parent(), row.depth() - up, row.maySubmit(), row.mayLead()));
            }
        }
        if (kept.isEmpty()) {
            throw new Problem(CallProblem.SUBJECT_UNKNOWN);
        }
        return new CallTable(
                period,
                first,
                last,
                previous,
                next,
                over,
                asOf,
                currency,
                fraction,
                basis,
                week,
                withoutCloseDateOfTeam,
                me,
                teams,
                kept);
    }
}
