package io.nurt.directory;

import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** What happened to companies and contacts. */
@Repository
class EventStore {
    private static final String SELECT =
            "select id, record_kind, record_id, kind, changes, batch_id from nurt.directory_event ";

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Event(
            UUID id,
            RecordKind recordKind,
            UUID recordId,
            String kind,
            ObjectNode changes,
            @Nullable UUID batchId) {}

    UUID append(RecordKind recordKind, UUID record, String kind, ObjectNode changes, Origin origin) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into nurt.directory_event (id, record_kind, record_id, kind, changes, actor_id, origin, import_id,
                                                          batch_id, at)
                        values (:id, :recordKind, :record, :kind, cast(:changes as jsonb), :actor, :origin, :import,
                                :batch, clock_timestamp())
                        """)
                .param("id", id)
                .param("recordKind", recordKind.code())
                .param("record", record)
                .param("kind", kind)
                .param("changes", Json.text(changes))
                .param("actor", origin.actor())
                .param("origin", origin.code())
                .param("import", origin.importId())
                .param("batch", origin.batchId())
                .update();
        return id;
    }

    /** One "created" for each record. */
    void appendCreated(RecordKind recordKind, List<UUID> records, Origin origin) {
        List<UUID> ids = records.stream().map(record -> Ids.next()).toList();
        jdbc.sql("""
                        insert into nurt.directory_event (id, record_kind, record_id, kind, actor_id, origin, import_id)
                        select id, :recordKind, record, 'created', :actor, :origin, :import
                        from unnest(cast(:ids as uuid[]), cast(:records as uuid[])) as x (id, record)
                        """)
                .param("recordKind", recordKind.code())
                .param("actor", origin.actor())
                .param("origin", origin.code())
                .param("import", origin.importId())
                .param("ids", Sql.uuids(ids))
                .param("records", Sql.uuids(records))
                .update();
    }

    Optional<Event> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> event(row))
                .optional();
    }

    /** What was done at once, the last first. */
    List<Event> batch(UUID batch) {
        return jdbc.sql(SELECT + "where batch_id = :batch order by at desc, id desc")
                .param("batch", batch)
                .query((row, n) -> event(row))
                .list();
    }

    /** What an act that has such an event did to a record. */
    Event ofBatch(UUID batch, UUID record, String kind) {
        return jdbc.sql(SELECT + "where batch_id = :batch and record_id = :record and kind = :kind")
                .param("batch", batch)
                .param("record", record)
                .param("kind", kind)
                .query((row, n) -> event(row))
                .single();
    }

    /** The latest of the events of its kind that a record has. */
    Event last(RecordKind recordKind, UUID record, String kind) {
        return jdbc.sql(SELECT + """
                        where record_id = :record and record_kind = :recordKind and kind = :kind
                        order by at desc, id desc limit 1
                        """)
                .param("record", record)
                .param("recordKind", recordKind.code())
                .param("kind", kind)
                .query((row, n) -> event(row))
                .single();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                RecordKind.of(row.getString("record_kind")),
                row.getObject("record_id", UUID.class),
                row.getString("kind"),
                Json.object(row.getString("changes")),
                Sql.uuid(row, "batch_id"));
    }
}
