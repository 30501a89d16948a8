package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/** What happened to a company or a contact, notes among it, newest first. */
@Service
class Timeline {
    /** Fields of the history that name another record, and the tables that know its name. */
    private static final Map<String, String> REFERENCES =
            Map.of("ownerId", "nurt.app_user", "parentId", "nurt.company", "companyId", "nurt.company");

    /** Fields that name another record of the same kind. */
    private static final List<String> OWN_KIND = List.of("mergedFrom", "mergedInto");

    private final JdbcClient jdbc;
    private final CompanyStore companies;
    private final ContactStore contacts;

    Timeline(JdbcClient jdbc, CompanyStore companies, ContactStore contacts) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.contacts = contacts;
    }

    @Transactional(readOnly = true)
    public Page<TimelineItem> page(RecordKind kind, UUID record, int limit, @Nullable String cursor) {
        Caller caller = Caller.require(READ);
        RecordStore<?> store = kind == RecordKind.COMPANY ? companies : contacts;
        store.find(record, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        Cursor after = Cursor.decode(cursor, 2);
        int size = Math.max(1, Math.min(limit, 200));
        List<TimelineItem> items = jdbc.sql("""
                        select x.*, u.name as actor_name from (
                            select id, at, kind, actor_id, origin, changes, null as body, null::timestamptz as edited_at,
                                   null::int as version
                            from nurt.directory_event where record_id = :record and record_kind = :kind
                            union all
                            select id, created_at, 'note', author_id, 'user', '{}', body, edited_at, version
                            from nurt.note where record_id = :record and record_kind = :kind and deleted_at is null
                        ) x left join nurt.app_user u on u.id = x.actor_id
                        where cast(:at as timestamptz) is null or (x.at, x.id) < (cast(:at as timestamptz), cast(:id as uuid))
                        order by x.at desc, x.id desc limit :limit
                        """)
                .param("record", record)
                .param("kind", kind.code())
                .param("at", after == null ? null : instant(after.values().get(0)))
                .param("id", after == null ? null : id(after.values().get(1)))
                .param("limit", size + 1)
                .query((row, n) -> item(row))
                .list();
        Page<TimelineItem> page = Page.cut(items, size, item -> Cursor.of(item.at(), item.id()));
        page.items().forEach(item -> nameReferences(kind, item, caller.visibility()));
        return page;
    }

    private static TimelineItem item(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String body = row.getString("body");
        return new TimelineItem(
                id,
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("kind"),
                Ref.of(Sql.uuid(row, "actor_id"), row.getString("actor_name")),
                row.getString("origin"),
                Json.object(row.getString("changes")),
                body == null
                        ? null
                        : new TimelineItem.NoteRef(id, body, Sql.instant(row, "edited_at"), row.getInt("version")));
    }

    private void nameReferences(RecordKind kind, TimelineItem item, Visibility visibility) {
        REFERENCES.forEach((field, table) -> name(item, field, table, visibility));
        OWN_KIND.forEach(field -> name(item, field, "nurt." + kind.code(), visibility));
    }

    private void name(TimelineItem item, String field, String table, Visibility visibility) {
        if (item.changes().get(field) instanceof ArrayNode values) {
            for (int i = 0; i < values.size(); i++) {
                values.set(i, named(values.get(i), table, visibility));
            }
        }
    }

    /** What the caller may not see is not named and not told apart from nothing. */
    private JsonNode named(JsonNode id, String table, Visibility visibility) {
        if (!id.isString()) {
            return id;
        }
        String visible = table.equals("nurt.app_user") ? "true" : visibility.sql("r.owner_id");
        return jdbc.sql("select r.name from " + table + " r where r.id = cast(:id as uuid) and " + visible)
                .param("id", id.stringValue())
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(String.class)
                .optional()
                .<JsonNode>map(name -> Json.tree(new Ref(UUID.fromString(id.stringValue()), name)))
                .orElse(NullNode.instance);
    }

    private static String instant(@Nullable String text) {
        try {
            return Instant.parse(String.valueOf(text)).toString();
        } catch (DateTimeException notOurs) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }
}
