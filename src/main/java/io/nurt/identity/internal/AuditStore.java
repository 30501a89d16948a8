package io.nurt.identity.internal;

import io.nurt.kernel.Cursor;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

@Repository
class AuditStore {
    record Event(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actorName,
            String kind,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            @Nullable String subjectName,
            Map<String, Object> details,
            @Nullable String address) {

        Cursor key() {
            return Cursor.of(at, id);
        }
    }

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AuditStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(
            @Nullable UUID actor,
            String kind,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> details,
            @Nullable String address) {
        jdbc.sql("""
                        insert into nurt.audit_event (id, at, actor_id, kind, subject_kind, subject_id, details, address)
                        values (:id, clock_timestamp(), :actor, :kind, :subjectKind, :subjectId,
                                cast(:details as jsonb), :address)
                        """)
                .param("id", Ids.next())
                .param("actor", actor)
                .param("kind", kind)
                .param("subjectKind", subjectKind)
                .param("subjectId", subjectId)
                .param("details", json.writeValueAsString(details))
                .param("address", address)
                .update();
    }

    /** Newest first. */
    List<Event> page(@Nullable String kind, @Nullable UUID actor, @Nullable Cursor after, int count) {
        return jdbc.sql("""
                        select e.id, e.at, e.actor_id, a.name as actor_name, e.kind, e.subject_kind, e.subject_id,
                               s.name as subject_name, e.details, e.address
                        from nurt.audit_event e
                        left join nurt.app_user a on a.id = e.actor_id
                        left join nurt.app_user s on e.subject_kind = 'user' and s.id = e.subject_id
                        where (cast(:kind as text) is null or e.kind = :kind)
                          and (cast(:actor as uuid) is null or e.actor_id = cast(:actor as uuid))
                          and (cast(:at as timestamptz) is null
                               or (e.at, e.id) < (cast(:at as timestamptz), cast(:id as uuid)))
                        order by e.at desc, e.id desc limit :count
                        """)
                .param("kind", kind)
                .param("actor", actor)
                .param("at", after == null ? null : after.values().get(0))
                .param("id", after == null ? null : after.values().get(1))
                .param("count", count)
                .query((row, number) -> new Event(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        Sql.uuid(row, "actor_id"),
                        row.getString("actor_name"),
                        row.getString("kind"),
                        row.getString("subject_kind"),
                        Sql.uuid(row, "subject_id"),
                        row.getString("subject_name"),
                        json.readValue(row.getString("details"), DETAILS),
                        row.getString("address")))
                .list();
    }
}
