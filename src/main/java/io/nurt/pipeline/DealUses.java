package io.nurt.pipeline;

import io.nurt.directory.DealUse;
import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
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
