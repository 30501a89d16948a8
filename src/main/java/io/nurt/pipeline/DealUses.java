package io.nurt.pipeline;

import io.nurt.directory.DealUse;
import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DealUses implements DealUse {
    private final JdbcClient jdbc;

    DealUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Integer> openDeals(Collection<UUID> companies) {
        Visibility visibility = Caller.current().visibility();
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select d.company_id, count(*) from nurt.deal d
                        where d.company_id = any(cast(:ids as uuid[])) and d.status = 'open' and d.deleted_at is null
                          and d.archived_at is null and %s
                        group by d.company_id
                        """.formatted(visibility.sql("d.owner_id")))
                .param("ids", Sql.uuids(companies))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(row -> {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return counts;
    }

    /** Without a word on which companies; the index holds all that it reads. */
    private static String won(Visibility visibility, String which) {
        return """
                select d.company_id,
                       sum(case when d.currency = (select w.currency from nurt.workspace w) then d.amount
                                else d.amount * (select r.rate from nurt.exchange_rate r
                                                 where r.currency = d.currency and r.valid_from <= cast(d.closed_at at time zone
                                                        (select w.zone from nurt.workspace w) as date)
                                                 order by r.valid_from desc limit 1) end) as amount
                from nurt.deal d
                where d.status = 'won' and d.deleted_at is null and d.company_id is not null and %s and %s
                group by d.company_id
                """.formatted(which, visibility.sql("d.owner_id"));
    }

    @Override
    public Map<UUID, BigDecimal> wonAmounts(Collection<UUID> companies) {
        Visibility visibility = Caller.current().visibility();
        Map<UUID, BigDecimal> amounts = new HashMap<>();
        jdbc.sql(won(visibility, "d.company_id = any(cast(:ids as uuid[]))"))
                .param("ids", Sql.uuids(companies))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    if (amount != null) {
                        amounts.put(row.getObject("company_id", UUID.class), amount);
                    }
                });
        return amounts;
    }

    @Override
    public String wonAmountsSql() {
        return won(Caller.current().visibility(), "true");
    }

    @Override
    public Set<UUID> companiesInUse(Collection<UUID> companies) {
        return used(
                "select distinct company_id from nurt.deal where company_id in (select unnest(cast(:ids as uuid[])))",
                companies);
    }

    @Override
    public Set<UUID> contactsInUse(Collection<UUID> contacts) {
        return used(
                "select distinct contact_id from nurt.deal_contact where contact_id in (select unnest(cast(:ids as uuid[])))",
                contacts);
    }

    private Set<UUID> used(String sql, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(sql)
                .param("ids", Sql.uuids(ids))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }
}
