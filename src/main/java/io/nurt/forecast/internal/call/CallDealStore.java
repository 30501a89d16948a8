package io.nurt.forecast.internal.call;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deals behind a number of the table. */
@Component
class CallDealStore {
    private static final int MOST = 200;
    private static final Set<String> CATEGORIES = Set.of("commit", "best_case", "pipeline", "omitted");

    private final Calls calls;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;

    CallDealStore(Calls calls, Workspaces workspaces, JdbcClient jdbc) {
        this.calls = calls;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
    }

    /**
     * A deal.
     *
     * @param amount in the workspace's currency; null without an amount or a rate
     * @param category set by a person or, when {@code derived}, following from the stage's probability
     * @param chance of being won at all, by the model; null when it tells nothing of the deal
     */
    record CallDeal(
            UUID id,
            String title,
            @Nullable String company,
            @Nullable String owner,
            String stage,
            double probability,
            String status,
            @Nullable String amount,
            String category,
            boolean derived,
            @Nullable LocalDate expectedClose,
            @Nullable LocalDate closedOn,
            @Nullable Double chance,
            int version) {}

    /** @param more how many there are beyond those listed, which are the greatest */
    record CallDealList(List<CallDeal> deals, long more) {}

    private record Counted(CallDeal deal, long all) {}

    /**
     * @param of {@code won}, {@code open}, or one of the categories
     * @throws Problem for another one
     */
    @Transactional(readOnly = true)
    public CallDealList find(Period period, Subject subject, String of) {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        Workspace workspace = workspaces.current();
        boolean category = CATEGORIES.contains(of);
        if (!category && !of.equals("won") && !of.equals("open")) {
            throw new Problem(CommonProblem.INVALID).field("of", "forecast.unknown-number");
        }
        Set<UUID> owners = calls.owners(subject);
        List<Counted> found = jdbc.sql("""
                        select d.id, d.title, d.status, d.category is null as derived, %1$s as category, d.expected_close,
                               cast(d.closed_at at time zone :zone as date) as closed_on, d.version, s.name as stage, s.probability,
                               o.name as owner, k.name as company, c.chance, %2$s as value, count(*) over () as n
                        from nurt.deal d join nurt.stage s on s.id = d.stage_id
                        left join nurt.app_user o on o.id = d.owner_id
                        left join nurt.company k on k.id = d.company_id and k.deleted_at is null
                        left join nurt.deal_chance c on c.deal_id = d.id
                        where %3$s and (d.owner_id = any(cast(:owners as uuid[])) or :nobody and d.owner_id is null)
                          and (not :byCategory or %1$s = :of) and %4$s
                        order by value desc nulls last, d.id limit %5$d
                        """.formatted(
                                CallDeals.CATEGORY,
                                CallDeals.VALUE,
                                of.equals("won") ? CallDeals.WON : CallDeals.EXPECTED,
                                visibility.sql("d.owner_id"),
                                MOST))
                .params(CallDeals.parameters(period, workspace, calls.today(), visibility))
                .param("owners", Sql.uuids(owners))
                .param("nobody", owners.contains(Subject.NOBODY))
                .param("byCategory", category)
                .param("of", of)
                .query(CallDealStore::deal)
                .list();
        return new CallDealList(
                found.stream().map(Counted::deal).toList(),
                found.isEmpty() ? 0 : found.get(0).all() - found.size());
    }

    private static Counted deal(ResultSet row, int n) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return new Counted(
                new CallDeal(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("company"),
                        row.getString("owner"),
                        row.getString("stage"),
                        row.getDouble("probability"),
                        row.getString("status"),
                        value == null ? null : Amounts.plain(value),
                        row.getString("category"),
                        row.getBoolean("derived"),
                        row.getObject("expected_close", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("chance", Double.class),
                        row.getInt("version")),
                row.getLong("n"));
    }
}
