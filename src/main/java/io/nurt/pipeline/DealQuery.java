package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads deals: one, lists, and what a list adds up to. Every answer holds what the caller may see and no more. */
@Service
public class DealQuery {
    /** Open deals from the kept sums: %1$s owners, %2$s stages. */
    private static final String KEPT = """
            select t.currency, sum(t.deals) as n, sum(t.valued) as valued, sum(t.amount) as amount
            from nurt.deal_tally t where %1$s and %2$s group by t.currency
            """;

    private static final String COUNTED = """
            select d.currency, count(*) as n, count(d.amount) as valued, coalesce(sum(d.amount), 0) as amount
            from %1$s where %2$s group by d.currency
            """;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final DealFinder finder;

    DealQuery(JdbcClient jdbc, Catalog catalog, DealFinder finder) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.finder = finder;
    }

    /**
     * What a list adds up to.
     *
     * @param total in the workspace's currency, plain decimal
     * @param unvalued deals not in it: without an amount, or in a currency without a rate
     */
    public record Sum(long count, String total, String currency, long unvalued) {}

    /** @throws Problem {@link CommonProblem#NOT_FOUND} when there is no such deal for the caller */
    @Transactional(readOnly = true)
    public Deal one(UUID id) {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        String from = "(select d.* from nurt.deal d where d.id = :id and " + visibility.sql("d.owner_id") + ") d";
        return jdbc.sql(DealMapper.SELECT.formatted(from))
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(new DealMapper(catalog.setup()))
                .optional()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** A deal the caller has just changed: shown once more even when it has been given to someone else. */
    Deal changed(UUID id) {
        return jdbc.sql(DealMapper.SELECT.formatted("(select d.* from nurt.deal d where d.id = :id) d"))
                .param("id", id)
                .query(new DealMapper(catalog.setup()))
                .single();
    }

    /**
     * A page of deals.
     *
     * @param cursor {@code next} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Page<Deal> page(DealFilter filter, DealSort sort, int limit, @Nullable String cursor) {
        Caller.require(Permission.READ);
        Setup setup = catalog.setup();
        DealConditions conditions = finder.some(filter, setup, true);
        if (filter.statuses().equals(List.of("open")) || ofOpenStages(filter, setup)) {
            // The same said of what indexes begin with or are limited to: far fewer deals are open than closed.
            conditions.conditions.add("d.status = 'open' and d.closed_at is null");
        }
        return page("nurt.deal d", conditions, sort, limit, cursor, setup);
    }

    private static boolean ofOpenStages(DealFilter filter, Setup setup) {
        return !filter.stages().isEmpty()
                && filter.stages().stream()
                        .map(setup::apply)
                        .allMatch(stage -> stage != null && stage.kind() == StageKind.OPEN);
    }

    /** As {@link #page}, of the deals as they were recorded at a moment. */
    @Transactional(readOnly = true)
    public Page<Deal> pageAsOf(Instant moment, DealFilter filter, DealSort sort, int limit, @Nullable String cursor) {
        Caller.require(Permission.READ);
        Setup setup = catalog.setup();
        return page(
                DealAsOf.FROM,
                DealAsOf.conditions(moment, filter, finder.some(filter, setup, false)),
                sort,
                limit,
                cursor,
                setup);
    }

    private Page<Deal> page(
            String from, DealConditions conditions, DealSort sort, int limit, @Nullable String cursor, Setup setup) {
        Cursor after = Cursor.decode(cursor, 2);
        String rows = sort.page(from, conditions.sql(), after);
        List<Deal> fetched = jdbc.sql(DealMapper.SELECT.formatted(rows) + " order by " + sort.order())
                .params(conditions.parameters)
                .param("limit", limit + 1)
                .param("afterKey", after == null ? null : after.values().get(0))
                .param("afterId", after == null ? null : after.values().get(1))
                .query(new DealMapper(setup))
                .list();
        return Page.cut(fetched, limit, sort::cursor);
    }

    /** Counts and sums all deals of a filter; null moment: as they are. */
    @Transactional(readOnly = true)
    public Sum sum(DealFilter filter, @Nullable Instant moment) {
        Caller.require(Permission.READ);
        Setup setup = catalog.setup();
        DealConditions conditions = moment == null
                ? finder.all(filter, setup, true)
                : DealAsOf.conditions(moment, filter, finder.all(filter, setup, false));
        String sums = moment == null && filter.onlyOpen()
                ? KEPT.formatted(DealConditions.owners(filter), places(filter))
                : COUNTED.formatted(moment == null ? "nurt.deal d" : DealAsOf.FROM, conditions.sql());
        return jdbc.sql("""
                        select coalesce(sum(n), 0)::bigint as n, coalesce(sum(s.amount * %2$s), 0) as total,
                               sum(case when %2$s is null then n else n - valued end)::bigint as unvalued
                        from (%1$s) s
                        """.formatted(sums, Rates.SQL.formatted("s.currency")))
                .params(conditions.parameters)
                .params(Rates.parameters(setup))
                .query((row, n) -> new Sum(
                        row.getLong("n"), money(row.getBigDecimal("total")), setup.currency(), row.getLong("unvalued")))
                .single();
    }

    private static String places(DealFilter filter) {
        String stages = one("t.stage_id", "stages", filter.stages());
        return filter.pipelines().isEmpty()
                ? stages
                : stages + " and t.stage_id in (select s.id from nurt.stage s where "
                        + one("s.pipeline_id", "pipelines", filter.pipelines()) + ")";
    }

    /** As {@link DealConditions} names its parameters. */
    private static String one(String column, String name, List<UUID> ids) {
        return ids.isEmpty()
                ? "true"
                : column + (ids.size() == 1 ? " = :" + name : " = any(cast(:" + name + " as uuid[]))");
    }

    /** The ids of all deals of a filter, at most so many. */
    List<UUID> ids(DealFilter filter, int most) {
        DealConditions conditions = finder.all(filter, catalog.setup(), true);
        return jdbc.sql("select d.id from nurt.deal d where " + conditions.sql() + " order by d.id limit :most")
                .params(conditions.parameters)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    static String money(@Nullable BigDecimal total) {
        String plain = Changes.plain(total);
        return plain == null ? "0" : plain;
    }
}
