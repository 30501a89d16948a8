package io.nurt.directory;

import io.nurt.kernel.Sql;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands what hangs on a record to another, and back. */
@Repository
class MergeStore {
    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that now points elsewhere. */
    record Moved(UUID id, @Nullable UUID ownerId, int version) {}

    /** Into the trash, with the way to the one that stays; null brings it back. */
    void merged(RecordKind kind, UUID id, @Nullable UUID into) {
        jdbc.sql("""
                        update nurt.%s set merged_into = cast(:into as uuid),
                            deleted_at = case when cast(:into as uuid) is null then null else now() end,
                            updated_at = now(), version = version + 1
                        where id = :id
                        """.formatted(kind.code())).param("id", id).param("into", into).update();
    }

    /**
     * Contacts and companies below a company get another one.
     *
     * @param batch only those that were moved in that act; null: all
     */
    List<Moved> repoint(RecordKind kind, UUID from, UUID into, @Nullable UUID batch) {
        String column = kind == RecordKind.CONTACT ? "company_id" : "parent_id";
        return jdbc.sql("""
                        update nurt.%1$s c set %2$s = :into, updated_at = now(), version = version + 1
                        where c.%2$s = :from and c.id <> :into
                          and (cast(:batch as uuid) is null
                               or c.id in (select record_id from nurt.directory_event
                                           where batch_id = cast(:batch as uuid) and record_kind = '%1$s' and kind = 'changed'))
                        returning c.id, c.owner_id, c.version
                        """.formatted(kind.code(), column))
                .param("from", from)
                .param("into", into)
                .param("batch", batch)
                .query((row, n) ->
                        new Moved(row.getObject("id", UUID.class), Sql.uuid(row, "owner_id"), row.getInt("version")))
                .list();
    }

    List<UUID> moveNotes(RecordKind kind, UUID from, UUID into) {
        return jdbc.sql(
                        "update nurt.note set record_id = :into where record_kind = :kind and record_id = :from returning id")
                .param("kind", kind.code())
                .param("from", from)
                .param("into", into)
                .query(UUID.class)
                .list();
    }

    /** For the way back, which must not take along what was written later. */
    void remember(UUID event, List<UUID> notes) {
        jdbc.sql("update nurt.directory_event set moved_notes = cast(:notes as uuid[]) where id = :event")
                .param("event", event)
                .param("notes", Sql.uuids(notes))
                .update();
    }

    void notesBack(UUID event, UUID from, UUID into) {
        jdbc.sql("""
                        update nurt.note n set record_id = :from
                        from nurt.directory_event e
                        where e.id = :event and n.id = any(e.moved_notes) and n.record_id = :into
                        """)
                .param("event", event)
                .param("from", from)
                .param("into", into)
                .update();
    }
}
