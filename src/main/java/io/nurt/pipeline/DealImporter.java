package io.nurt.pipeline;

import io.nurt.kernel.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** {@link DealImport} over the same derivation that single changes use. */
@Service
class DealImporter implements DealImport {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Catalog catalog;
    private final DealStore store;
    private final DealUpdates updates;

    DealImporter(JdbcClient jdbc, ObjectMapper json, Catalog catalog, DealStore store, DealUpdates updates) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalog = catalog;
        this.store = store;
        this.updates = updates;
    }

    @Override
    @Transactional
    public void insert(List<ImportedDeal> deals) {
        Coming coming = prepare(deals);
        coming.history();
        coming.deals();
    }

    @Override
    @Transactional(readOnly = true)
    public Coming prepare(List<ImportedDeal> deals) {
        return new ComingDeals(deals, catalog.fresh(), jdbc, json, store);
    }

    @Override
    @Transactional
    public List<Answer> update(List<Update> wanted, UUID importId) {
        return updates.update(wanted, importId);
    }

    @Override
    @Transactional
    public int revert(Map<UUID, Answer> befores, UUID importId) {
        return updates.revert(befores, importId);
    }

    @Override
    @Transactional
    public int delete(UUID importId, int most) {
        return deleted(jdbc.sql("select id from nurt.deal where import_id = :import order by id limit :most for update")
                .param("import", importId)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    @Transactional
    public int deleteUntouched(UUID importId, Map<UUID, Integer> versions, int most) {
        List<UUID> own = List.copyOf(versions.keySet());
        return deleted(jdbc.sql("""
                        select d.id from nurt.deal d
                        left join unnest(cast(:own as uuid[]), cast(:versions as int[])) as o (id, version) on o.id = d.id
                        where d.import_id = :import and d.version = coalesce(o.version, 1)
                          and not exists (select from nurt.note n where n.record_kind = 'deal' and n.record_id = d.id)
                        order by d.id limit :most for update of d
                        """)
                .param("own", Sql.uuids(own))
                .param("versions", own.stream().map(versions::get).toArray(Integer[]::new))
                .param("import", importId)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> left(UUID importId) {
        Map<UUID, String> left = new LinkedHashMap<>();
        jdbc.sql("select id, title from nurt.deal where import_id = :import order by id")
                .param("import", importId)
                .query(row -> {
                    left.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return left;
    }

    private int deleted(List<UUID> ids) {
        String[] gone = Sql.uuids(ids);
        for (String table : List.of(
                "nurt.deal_contact", "nurt.deal_product", "nurt.stage_stay", "nurt.deal_pass", "nurt.deal_event")) {
            jdbc.sql("delete from " + table + " where deal_id = any(cast(:ids as uuid[]))")
                    .param("ids", gone)
                    .update();
        }
        jdbc.sql("delete from nurt.note where record_kind = 'deal' and record_id = any(cast(:ids as uuid[]))")
                .param("ids", gone)
                .update();
        return jdbc.sql("delete from nurt.deal where id = any(cast(:ids as uuid[]))")
                .param("ids", gone)
                .update();
    }
}
