package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums of deals by owner; deals without one are those of {@link Subject#NOBODY}. */
@Component
class FigureStore {
    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record OwnersPart(UUID owner, OwnerFigures figures) {}

    Map<UUID, OwnerFigures> figures(Period period, Workspace workspace, LocalDate today, Visibility visibility) {
        String visible = visibility.sql("d.owner_id");
        Map<UUID, OwnerFigures> byOwner = new HashMap<>();
        jdbc.sql("""
                        select x.owner, x.status, x.category, x.derived, count(*) as n, coalesce(sum(x.value), 0) as value,
                               coalesce(sum(x.value * x.probability), 0) as weighted, count(*) filter (where x.value is null) as no_value
                        from (select coalesce(d.owner_id, cast(:nobody as uuid)) as owner, d.status, %1$s as category,
                                     d.category is null as derived, s.probability, %2$s as value
                              from nurt.deal d join nurt.stage s on s.id = d.stage_id where %3$s and %5$s
                              union all
                              select coalesce(d.owner_id, cast(:nobody as uuid)), d.status, %1$s, d.category is null, s.probability, %2$s
                              from nurt.deal d join nurt.stage s on s.id = d.stage_id where %4$s and %5$s) x
                        group by x.owner, x.status, x.category, x.derived
                        """.formatted(CallDeals.CATEGORY, CallDeals.VALUE, CallDeals.WON, CallDeals.EXPECTED, visible))
                .params(CallDeals.parameters(period, workspace, today, visibility))
                .param("nobody", Subject.NOBODY)
                .query(FigureStore::part)
                .list()
                .forEach(part -> byOwner.merge(part.owner(), part.figures(), OwnerFigures::plus));
        return byOwner;
    }

    private static OwnersPart part(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        BigDecimal value = row.getBigDecimal("value");
        long count = row.getLong("n");
        if (row.getString("status").equals("won")) {
            return new OwnersPart(
                    owner,
                    new OwnerFigures(
                            value, count, BigDecimal.ZERO, 0, BigDecimal.ZERO, Map.of(), row.getLong("no_value")));
        }
        Map<OwnerFigures.Category, OwnerFigures.Slice> slices = new EnumMap<>(OwnerFigures.Category.class);
        slices.put(
                OwnerFigures.Category.valueOf(row.getString("category").toUpperCase(Locale.ROOT)),
                new OwnerFigures.Slice(value, row.getBoolean("derived") ? value : BigDecimal.ZERO, count));
        return new OwnersPart(
                owner,
                new OwnerFigures(
                        BigDecimal.ZERO,
                        0,
                        value,
                        count,
                        row.getBigDecimal("weighted"),
                        slices,
                        row.getLong("no_value")));
    }

    /** What each owner won from a period's first day to a day within it, the day counted. */
    Map<Period, Map<UUID, BigDecimal>> won(
            Map<Period, LocalDate> until, Workspace workspace, LocalDate today, Visibility visibility) {
        List<Period> periods = List.copyOf(until.keySet());
        if (periods.isEmpty()) {
            return Map.of();
        }
        Map<Period, Map<UUID, BigDecimal>> answer = new HashMap<>();
        Map<String, Object> parameters = CallDeals.parameters(periods.get(0), workspace, today, visibility);
        parameters.put(
                "starts",
                periods.stream().map(p -> p.start(workspace.zone()).toString()).toArray(String[]::new));
        parameters.put(
                "ends",
                periods.stream()
                        .map(p -> Objects.requireNonNull(until.get(p))
                                .plusDays(1)
                                .atStartOfDay(workspace.zone())
                                .toInstant()
                                .toString())
                        .toArray(String[]::new));
        jdbc.sql("""
                        select p.no, coalesce(d.owner_id, cast(:nobody as uuid)) as owner, coalesce(sum(%s), 0) as value
                        from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) with ordinality as p (from_at, until_at, no)
                        join nurt.deal d on d.closed_at >= p.from_at and d.closed_at < p.until_at
                        where d.deleted_at is null and d.status = 'won' and %s
                        group by 1, 2
                        """.formatted(CallDeals.VALUE, visibility.sql("d.owner_id")))
                .params(parameters)
                .param("nobody", Subject.NOBODY)
                .query((row, n) -> {
                    answer.computeIfAbsent(periods.get(row.getInt("no") - 1), p -> new HashMap<>())
                            .put(row.getObject("owner", UUID.class), row.getBigDecimal("value"));
                    return row.getInt("no");
                })
                .list();
        return answer;
    }

    /** Open deals of which nobody said when they will close: in no period's figures. */
    /** @param owners only these people's; null: everyone's, and nobody's */
    long withoutCloseDate(Visibility visibility, @Nullable Set<UUID> owners) {
        return jdbc.sql("select count(*) from nurt.deal d where " + CallDeals.OPEN
                        + " and d.expected_close is null and " + visibility.sql("d.owner_id")
                        + (owners == null ? "" : " and d.owner_id = any(cast(:owners as uuid[]))"))
                .param("owners", owners == null ? null : Sql.uuids(owners))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Long.class)
                .single();
    }
}
