package io.nurt.exchange.internal.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records that an import changed, as they were before it. */
@Repository
class ChangeStore {
    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param versionAfter while the record has this version, nobody has worked on it since */
    record Change(String kind, UUID recordId, String before, int versionAfter) {}

    void put(UUID importId, String kind, UUID record, String before, int versionAfter) {
        // Changed twice by one import: what it was before the first time counts.
        jdbc.sql("""
                        insert into nurt.import_change (import_id, record_kind, record_id, before, version_after)
                        values (:import, :kind, :record, cast(:before as jsonb), :version)
                        on conflict (workspace_id, import_id, record_kind, record_id)
                            do update set before = excluded.before || import_change.before, version_after = excluded.version_after
                        """)
                .param("import", importId)
                .param("kind", kind)
                .param("record", record)
                .param("before", before)
                .param("version", versionAfter)
                .update();
    }

    List<Change> next(UUID importId, int most) {
        return jdbc.sql("""
                        select record_kind, record_id, before::text, version_after from nurt.import_change
                        where import_id = :import order by record_kind desc, record_id limit :most
                        """)
                .param("import", importId)
                .param("most", most)
                .query((row, n) ->
                        new Change(row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)))
                .list();
    }

    /** Versions after the change, by record. */
    Map<UUID, Integer> versions(UUID importId, String kind) {
        Map<UUID, Integer> versions = new HashMap<>();
        jdbc.sql("""
                        select record_id, version_after from nurt.import_change
                        where import_id = :import and record_kind = :kind
                        """).param("import", importId).param("kind", kind).query(row -> {
            versions.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return versions;
    }

    void done(UUID importId, Change change) {
        jdbc.sql("""
                        delete from nurt.import_change
                        where import_id = :import and record_kind = :kind and record_id = :record
                        """)
                .param("import", importId)
                .param("kind", change.kind())
                .param("record", change.recordId())
                .update();
    }
}
