package io.nurt.exchange.internal.running;

import io.nurt.kernel.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What records are called in the systems they came from. */
@Repository
class RefStore {
    private final JdbcClient jdbc;

    RefStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rowHash what the file said of it last */
    record Ref(
            String externalId,
            UUID recordId,
            @Nullable UUID importId,
            @Nullable String rowHash) {}

    Map<String, Ref> find(String kind, String source, Collection<String> externalIds) {
        Map<String, Ref> found = new HashMap<>();
        if (!externalIds.isEmpty()) {
            jdbc.sql("""
                            select r.external_id, r.record_id, r.import_id, r.row_hash from nurt.external_ref r
                            where r.record_kind = :kind and r.source = :source and r.external_id = any(:ids)
                            """)
                    .param("kind", kind)
                    .param("source", source)
                    .param("ids", externalIds.toArray(String[]::new))
                    .query((row, n) -> new Ref(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getString(4)))
                    .list()
                    .forEach(ref -> found.put(ref.externalId(), ref));
        }
        return found;
    }

    /** All of a kind, for kinds of which there are few. */
    Map<String, UUID> all(String kind, String source) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("select external_id, record_id from nurt.external_ref where record_kind = :kind and source = :source")
                .param("kind", kind)
                .param("source", source)
                .query((row, n) -> new Ref(row.getString(1), row.getObject(2, UUID.class), null, null))
                .list()
                .forEach(ref -> found.put(ref.externalId(), ref.recordId()));
        return found;
    }

    /** Those of the records that are called something in this system already. */
    Set<UUID> called(String kind, String source, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select distinct r.record_id from nurt.external_ref r
                        where r.record_id = any(cast(:ids as uuid[])) and r.record_kind = :kind and r.source = :source
                        """)
                .param("ids", Sql.uuids(records))
                .param("kind", kind)
                .param("source", source)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Remembers records; one that is known already keeps the import it came with. */
    void put(UUID importId, String kind, String source, Collection<Ref> refs) {
        List<String> ids = new ArrayList<>();
        List<@Nullable String> hashes = new ArrayList<>();
        List<UUID> records = new ArrayList<>();
        for (Ref ref : refs) {
            ids.add(ref.externalId());
            hashes.add(ref.rowHash());
            records.add(ref.recordId());
        }
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into nurt.external_ref as r (record_kind, source, external_id, record_id, import_id, row_hash)
                        select :kind, :source, x.id, x.record, :import, x.hash
                        from unnest(cast(:ids as text[]), cast(:records as uuid[]), cast(:hashes as text[])) as x (id, record, hash)
                        on conflict (workspace_id, record_kind, source, external_id)
                            do update set record_id = excluded.record_id, row_hash = excluded.row_hash
                        """)
                .param("kind", kind)
                .param("source", source)
                .param("import", importId)
                .param("ids", ids.toArray(String[]::new))
                .param("records", Sql.uuids(records))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** Forgets what an import brought, but for records that stay: brought in again, they are found. */
    void forget(UUID importId, Collection<UUID> kept) {
        jdbc.sql("""
                        delete from nurt.external_ref
                        where import_id = :import and not record_id = any(cast(:kept as uuid[]))
                        """).param("import", importId).param("kept", Sql.uuids(kept)).update();
    }

    /** Forgets what files said last of records: the next import looks at them anew. */
    void forgetSaid(Collection<UUID> records) {
        jdbc.sql("update nurt.external_ref set row_hash = null where record_id = any(cast(:ids as uuid[]))")
                .param("ids", Sql.uuids(records))
                .update();
    }
}
