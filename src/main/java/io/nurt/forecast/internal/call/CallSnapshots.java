package io.nurt.forecast.internal.call;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The whole table as it stood at the beginning of each week, and what came of it. */
@Service
class CallSnapshots {
    private final Calls calls;
    private final FigureStore figures;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CallSnapshots(Calls calls, FigureStore figures, Workspaces workspaces, JdbcClient jdbc, ObjectMapper json) {
        this.calls = calls;
        this.figures = figures;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param week Monday of the week of which it is */
    record CallWeek(LocalDate week, Instant takenAt) {}

    /** Keeps this week's tables of the current workspace, of this quarter, the next one and this month; again does nothing. */
    @Transactional
    public void take() {
        LocalDate today = calls.today();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Period quarter = Period.around(Period.Kind.QUARTER, today);
        for (Period period : List.of(quarter, quarter.plus(1), Period.around(Period.Kind.MONTH, today))) {
            CallTable table = calls.table(period, Visibility.ALL);
            List<CallRow> rows =
                    table.rows().stream().filter(row -> !row.nothing()).toList();
            jdbc.sql("""
                            insert into nurt.forecast_call_snapshot (id, period_kind, period_start, week, answer)
                            values (:id, :kind, :first, :week, cast(:answer as jsonb)) on conflict do nothing
                            """)
                    .param("id", Ids.next())
                    .param("kind", period.kind().code())
                    .param("first", period.first())
                    .param("week", week)
                    .param("answer", json.writeValueAsString(table.with(rows, Subject.NOBODY, week)))
                    .update();
        }
    }

    /** The weeks of which a period's table is kept, newest first. */
    @Transactional(readOnly = true)
    public List<CallWeek> weeks(@Nullable String written) {
        Caller.require(Permission.READ);
        Period period = Period.of(written, calls.today());
        return jdbc.sql("""
                        select week, taken_at from nurt.forecast_call_snapshot
                        where period_kind = :kind and period_start = :first order by week desc
                        """)
                .param("kind", period.kind().code())
                .param("first", period.first())
                .query((row, n) -> new CallWeek(
                        row.getObject("week", LocalDate.class),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    /**
     * The newest table of a week that began by a day, with what is won by now.
     *
     * @param team of which it is, as it stood then; null: of everyone
     * @throws Problem {@link CallProblem#NO_SNAPSHOT} when none is kept
     */
    @Transactional(readOnly = true)
    public CallTable asOf(@Nullable String written, LocalDate day, @Nullable UUID team) {
        Caller caller = Caller.require(Permission.READ);
        LocalDate today = calls.today();
        Period period = Period.of(written, today);
        String answer = jdbc.sql("""
                        select answer::text from nurt.forecast_call_snapshot
                        where period_kind = :kind and period_start = :first and week <= :day order by week desc limit 1
                        """)
                .param("kind", period.kind().code())
                .param("first", period.first())
                .param("day", day)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Problem(CallProblem.NO_SNAPSHOT));
        CallTable kept = json.readValue(answer, CallTable.class);
        List<CallRow> seen = Seen.rows(kept.rows(), caller.visibility(), null);
        Map<UUID, BigDecimal> won = new HashMap<>();
        figures.figures(period, workspaces.current(), today, caller.visibility())
                .forEach((owner, owned) -> won.put(owner, owned.won()));
        CallTable table = kept.with(came(seen, won), caller.userId(), kept.week());
        // How many deals had no close date was kept of all together.
        CallTable told = caller.visibility().all() ? table : table.withoutCloseDate(0);
        return team == null ? told : told.ofTeam(team, 0);
    }

    /** Of each person what they won; of a team what those won who stood in it then; of the workspace everything. */
    private static List<CallRow> came(List<CallRow> rows, Map<UUID, BigDecimal> won) {
        Map<String, CallRow> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        Map<String, BigDecimal> sums = new HashMap<>();
        for (CallRow row : rows) {
            if (row.person() || row.kind().equals("unassigned")) {
                UUID owner = row.id() == null ? Subject.NOBODY : row.id();
                BigDecimal amount = won.getOrDefault(owner, BigDecimal.ZERO);
                for (CallRow at = row; at != null; at = at.parent() == null ? null : byKey.get(at.parent())) {
                    sums.merge(at.key(), amount, BigDecimal::add);
                }
            }
        }
        BigDecimal everything = won.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<CallRow> answer = new ArrayList<>();
        for (CallRow row : rows) {
            answer.add(row.cameTo(
                    row.kind().equals("workspace") ? everything : sums.getOrDefault(row.key(), BigDecimal.ZERO)));
        }
        return answer;
    }
}
