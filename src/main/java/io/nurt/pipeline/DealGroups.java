package io.nurt.pipeline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A list of deals put into groups: how many each holds and what they add up to, however long the list is. */
@Service
class DealGroups {
    private static final int MOST = 200;

    /** What to group by: the key of a deal's group, and where the groups' names are. */
    private enum By {
        STAGE("d.stage_id::text", null),
        OWNER("d.owner_id::text", "nurt.app_user"),
        COMPANY("d.company_id::text", "nurt.company"),
        SOURCE("d.source", null),
        MONTH("to_char(d.expected_close, 'YYYY-MM')", null);

        private final String key;
        private final @Nullable String names;

        By(String key, @Nullable String names) {
            this.key = key;
            this.names = names;
        }
    }

    private static final Map<String, By> NAMES = Map.of(
            "stage", By.STAGE, "owner", By.OWNER, "company", By.COMPANY, "source", By.SOURCE, "closeMonth", By.MONTH);

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final DealFinder finder;

    DealGroups(JdbcClient jdbc, Catalog catalog, DealFinder finder) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.finder = finder;
    }

    /**
     * One group.
     *
     * @param key what its deals have in common: an id, a source, or a month as {@code yyyy-MM}; null: none of these
     * @param name of the stage, user or company that the key stands for; otherwise the key
     * @param total in the workspace's currency, plain decimal
     * @param unvalued deals not in the total: without an amount, or in a currency without a rate
     */
    record Group(@Nullable String key, @Nullable String name, long count, String total, long unvalued) {}

    /**
     * @param groups stages in their order, months from the first, otherwise the most valuable first
     * @param more how many further groups there are, of the least value
     */
    record Groups(String currency, List<Group> groups, long more) {}

    /** A group as counted, with how many groups there are in all. */
    private record Counted(Group group, long all) {}

    @Transactional(readOnly = true)
    Groups of(String name, DealFilter filter, @Nullable Instant moment) {
        Caller.require(Permission.READ);
        By by = NAMES.get(name);
        if (by == null) {
            throw new Problem(CommonProblem.INVALID).field("by", "common.wrong-type");
        }
        Setup setup = catalog.setup();
        List<Counted> counted = count(by, filter, moment, setup);
        List<Group> groups =
                new ArrayList<>(counted.stream().map(Counted::group).toList());
        if (by == By.STAGE) {
            groups.sort(comparing(group -> place(setup, group.key())));
        } else if (by == By.MONTH) {
            groups.sort(comparing(Group::key, nullsLast(String::compareTo)));
        }
        long all = counted.isEmpty() ? 0 : counted.get(0).all();
        return new Groups(setup.currency(), groups, all - groups.size());
    }

    private List<Counted> count(By by, DealFilter filter, @Nullable Instant moment, Setup setup) {
        DealConditions conditions = moment == null
                ? finder.all(filter, setup, true)
                : DealAsOf.conditions(moment, filter, finder.all(filter, setup, false));
        if (by == By.SOURCE && moment != null) {
            throw new Problem(CommonProblem.INVALID).field("by", "pipeline.not-kept");
        }
        return jdbc.sql("""
                        with g as (
                            select s.key, sum(s.n)::bigint as n, coalesce(sum(s.amount * %3$s), 0) as total,
                                   sum(case when %3$s is null then s.n else s.n - s.valued end)::bigint as unvalued
                            from (select %1$s as key, d.currency, count(*) as n, count(d.amount) as valued,
                                         coalesce(sum(d.amount), 0) as amount
                                  from %2$s where %4$s group by 1, 2) s
                            group by s.key)
                        select g.*, count(*) over () as groups, %5$s as name from g %6$s
                        order by g.total desc, g.n desc, g.key limit :most
                        """.formatted(
                                by.key,
                                moment == null ? "nurt.deal d" : DealAsOf.FROM,
                                Rates.SQL.formatted("s.currency"),
                                conditions.sql(),
                                by.names == null ? "g.key" : "x.name",
                                by.names == null ? "" : "left join " + by.names + " x on x.id = cast(g.key as uuid)"))
                .params(conditions.parameters)
                .params(Rates.parameters(setup))
                .param("most", MOST)
                .query((row, n) -> {
                    String key = row.getString("key");
                    String called = by == By.STAGE ? stage(setup, key).name() : row.getString("name");
                    return new Counted(
                            new Group(
                                    key,
                                    called,
                                    row.getLong("n"),
                                    DealQuery.money(row.getBigDecimal("total")),
                                    row.getLong("unvalued")),
                            row.getLong("groups"));
                })
                .list();
    }

    private static Stage stage(Setup setup, @Nullable String key) {
        return Objects.requireNonNull(setup.stages().get(UUID.fromString(String.valueOf(key))));
    }

    /** Pipelines in their order, and the stages of each in theirs. */
    private static int place(Setup setup, @Nullable String key) {
        Stage stage = stage(setup, key);
        return setup.pipeline(stage.pipelineId()).position() * 1000 + stage.position();
    }
}
