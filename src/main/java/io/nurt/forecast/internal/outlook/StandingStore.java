package io.nurt.forecast.internal.outlook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is the same for all past moments. */
@Component
class StandingStore {
    private final JdbcClient jdbc;
    private final OutlookStore store;

    StandingStore(JdbcClient jdbc, OutlookStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Standing read() {
        List<UUID> pipelines = jdbc.sql("""
                        select p.id from nurt.pipeline p
                        where exists (select from nurt.deal d where d.pipeline_id = p.id) order by p.position, p.id
                        """).query(UUID.class).list();
        Map<UUID, UUID> teams = new HashMap<>();
        jdbc.sql("select distinct on (user_id) user_id, team_id from nurt.team_member order by user_id, team_id")
                .query((row, n) ->
                        teams.put(row.getObject("user_id", UUID.class), row.getObject("team_id", UUID.class)))
                .list();
        Map<UUID, List<UUID>> products = new HashMap<>();
        jdbc.sql(
                        "select deal_id, array_agg(product_id order by product_id) as products from nurt.deal_product group by deal_id")
                .query((row, n) -> products.put(row.getObject("deal_id", UUID.class), List.of((UUID[])
                        row.getArray("products").getArray())))
                .list();
        return new Standing(store.place(), pipelines, teams, products);
    }
}
