package io.nurt.directory;

import static io.nurt.identity.Permission.MANAGE_WORKSPACE;
import static io.nurt.identity.Permission.WRITE;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Notes {
    private final JdbcClient jdbc;
    private final Map<RecordKind, RecordGuard> guards;
    private final ApplicationEventPublisher publisher;

    Notes(JdbcClient jdbc, List<RecordGuard> guards, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.guards = guards.stream().collect(Collectors.toMap(RecordGuard::kind, Function.identity()));
        this.publisher = publisher;
    }

    @Transactional
    public Note write(RecordKind kind, UUID record, @Nullable String body) {
        Caller caller = Caller.require(WRITE);
        requireVisible(kind, record);
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into nurt.note (id, record_kind, record_id, body, author_id)
                        values (:id, :kind, :record, :body, :author)
                        """)
                .param("id", id)
                .param("kind", kind.code())
                .param("record", record)
                .param("body", checked(body))
                .param("author", caller.userId())
                .update();
        return changed(caller, id);
    }

    @Transactional
    public Note change(UUID id, @Nullable String body, @Nullable Integer expected) {
        Caller caller = Caller.require(WRITE);
        Note now = lock(id);
        Versions.check(expected, now.version(), now);
        if (now.author() == null || !now.author().id().equals(caller.userId())) {
            throw new Problem(DirectoryProblem.NOT_YOUR_NOTE);
        }
        jdbc.sql("update nurt.note set body = :body, edited_at = now(), version = version + 1 where id = :id")
                .param("id", id)
                .param("body", checked(body))
                .update();
        return changed(caller, id);
    }

    @Transactional
    public void remove(UUID id) {
        Caller caller = Caller.require(WRITE);
        Note now = lock(id);
        boolean own = now.author() != null && now.author().id().equals(caller.userId());
        if (!own && !caller.may(MANAGE_WORKSPACE)) {
            throw new Problem(DirectoryProblem.NOT_YOUR_NOTE);
        }
        changed(caller, id);
        jdbc.sql("update nurt.note set deleted_at = now(), version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private Note lock(UUID id) {
        Note note = jdbc.sql("select id from nurt.note where id = :id and deleted_at is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(this::read)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        requireVisible(RecordKind.of(note.recordKind()), note.recordId());
        return note;
    }

    private Note changed(Caller caller, UUID id) {
        Note note = read(id);
        RecordKind kind = RecordKind.of(note.recordKind());
        publisher.publishEvent(new NoteChanged(caller.workspaceId(), id, kind, note.recordId()));
        return note;
    }

    private Note read(UUID id) {
        return jdbc.sql("""
                        select n.*, u.name as author_name
                        from nurt.note n left join nurt.app_user u on u.id = n.author_id where n.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Note(
                        id,
                        row.getString("record_kind"),
                        row.getObject("record_id", UUID.class),
                        row.getString("body"),
                        Ref.of(Sql.uuid(row, "author_id"), row.getString("author_name")),
                        Objects.requireNonNull(Sql.instant(row, "created_at")),
                        Sql.instant(row, "edited_at"),
                        row.getInt("version")))
                .single();
    }

    private void requireVisible(RecordKind kind, UUID record) {
        RecordGuard guard = guards.get(kind);
        if (guard == null || !guard.sees(record)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }

    private static String checked(@Nullable String body) {
        FieldChecks checks = new FieldChecks();
        String text = checks.block("body", body);
        if (CleanText.block(body) == null) {
            checks.refuse("body", "common.required");
        }
        checks.done();
        return String.valueOf(text);
    }
}
