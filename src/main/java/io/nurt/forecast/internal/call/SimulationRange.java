package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the newest simulation, whose sums are of whole futures and so hold for teams as well: of the workspace, of people, and of
 * teams that consist of exactly the people whom the simulation counted there. Of others it says nothing, for ranges do not add up.
 */
@Component
@Order(1)
class SimulationRange implements ModelRange {
    private final JdbcClient jdbc;

    SimulationRange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Told> told(Period period, Workspace workspace, LocalDate today, Visibility visibility) {
        if (period.over(today)) {
            return Optional.empty();
        }
        Map<Subject, Range> ranges = new HashMap<>();
        jdbc.sql("""
                        with newest as (select body from nurt.forecast_snapshot where not backtested order by as_of desc limit 1)
                        select 'workspace' as kind, cast(:workspace as uuid) as id, %1$s
                        from newest, jsonb_array_elements(body -> 'measures') m,
                             jsonb_array_elements((m -> 'quarters') || (m -> 'months')) p
                        where m ->> 'measure' = 'booked' and p ->> 'label' = :period
                        union all
                        select g ->> 'kind', cast(g ->> 'id' as uuid), %1$s
                        from newest, jsonb_array_elements(body -> 'groups') g, jsonb_array_elements(g -> 'quarters') p
                        where g ->> 'measure' = 'booked' and g ->> 'kind' in ('owner', 'team') and p ->> 'label' = :period
                        """.formatted(AMOUNTS))
                .param("workspace", workspace.id())
                .param("period", period.toString())
                .query((row, n) -> {
                    String kind = row.getString("kind");
                    ranges.put(
                            Subject.of(kind.equals("owner") ? "user" : kind, row.getObject("id", UUID.class)),
                            new Range(
                                    row.getBigDecimal("p10"),
                                    row.getBigDecimal("p50"),
                                    row.getBigDecimal("p90"),
                                    row.getBigDecimal("mean")));
                    return n;
                })
                .list();
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new Newest(ranges, counted()));
    }

    private static final String AMOUNTS = "cast(p ->> 'p10' as numeric) as p10, cast(p ->> 'p50' as numeric) as p50,"
            + " cast(p ->> 'p90' as numeric) as p90, cast(p ->> 'mean' as numeric) as mean";

    /** The simulation counts each person in the first of their teams. */
    private Map<UUID, Set<UUID>> counted() {
        Map<UUID, Set<UUID>> counted = new HashMap<>();
        jdbc.sql("select distinct on (user_id) user_id, team_id from nurt.team_member order by user_id, team_id")
                .query((row, n) -> counted.computeIfAbsent(row.getObject("team_id", UUID.class), t -> new HashSet<>())
                        .add(row.getObject("user_id", UUID.class)))
                .list();
        return counted;
    }

    private record Newest(Map<Subject, Range> ranges, Map<UUID, Set<UUID>> counted) implements Told {
        @Override
        public String basis() {
            return "simulation";
        }

        @Override
        public @Nullable Range of(Subject subject, Set<UUID> owners, BigDecimal won) {
            Range range = ranges.get(subject);
            boolean same = subject.kind() != Subject.Kind.TEAM || sameDeals(subject.id(), owners);
            return range == null || !same ? null : range.atLeast(won);
        }

        /** Who has no range of their own has no deals, and makes no difference. */
        private boolean sameDeals(UUID team, Set<UUID> owners) {
            Set<UUID> members = counted.getOrDefault(team, Set.of());
            return owners.containsAll(members)
                    && owners.stream()
                            .noneMatch(owner -> !members.contains(owner) && ranges.containsKey(Subject.user(owner)));
        }
    }
}
