package io.nurt.directory;

import static io.nurt.identity.Permission.READ;
import static io.nurt.identity.Permission.SHARE_VIEWS;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import io.nurt.kernel.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Views of one's own and those shared with everyone. Anyone who reads may keep views; sharing is a permission. */
@Service
class SavedViews {
    private static final int CONFIG = 20_000;
    private static final String SELECT = """
            select v.*, u.name as owner_name from nurt.saved_view v left join nurt.app_user u on u.id = v.owner_id
            """;
    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<SavedView> list(RecordKind kind) {
        Caller caller = Caller.require(READ);
        return jdbc.sql(SELECT + """
                        where v.record_kind = :kind and (v.shared or v.owner_id = :me) order by v.position, lower(v.name), v.id
                        """)
                .param("kind", kind.code())
                .param("me", caller.userId())
                .query((row, n) -> view(row, caller))
                .list();
    }

    @Transactional
    public SavedView create(Patch patch) {
        Caller caller = Caller.require(READ);
        patch.only(Set.of("recordKind", "name", "shared", "config"));
        RecordKind kind = RecordKinds.listed("recordKind", patch.value("recordKind", String.class, null));
        SavedView blank = new SavedView(Ids.next(), kind.code(), "", false, true, null, Json.object(null), 1);
        SavedView view = applied(patch, blank, caller);
        jdbc.sql("""
                        insert into nurt.saved_view (id, record_kind, owner_id, name, shared, config)
                        values (:id, :kind, :me, :name, :shared, cast(:config as jsonb))
                        """)
                .param("id", view.id())
                .param("kind", view.recordKind())
                .param("me", caller.userId())
                .param("name", view.name())
                .param("shared", view.shared())
                .param("config", Json.text(view.config()))
                .update();
        return find(view.id(), caller);
    }

    @Transactional
    public SavedView update(UUID id, Patch patch, @Nullable Integer expected) {
        Caller caller = Caller.require(READ);
        patch.only(Set.of("name", "shared", "config"));
        SavedView now = own(id, caller);
        Versions.check(expected, now.version(), now);
        SavedView view = applied(patch, now, caller);
        jdbc.sql("""
                        update nurt.saved_view set name = :name, shared = :shared, config = cast(:config as jsonb),
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("name", view.name())
                .param("shared", view.shared())
                .param("config", Json.text(view.config()))
                .update();
        return find(id, caller);
    }

    @Transactional
    public void delete(UUID id) {
        own(id, Caller.require(READ));
        jdbc.sql("delete from nurt.saved_view where id = :id").param("id", id).update();
    }

    private SavedView own(UUID id, Caller caller) {
        jdbc.sql("select id from nurt.saved_view where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        SavedView view = find(id, caller);
        if (!view.own()) {
            throw new Problem(DirectoryProblem.NOT_YOUR_VIEW);
        }
        return view;
    }

    private SavedView find(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " where v.id = :id and (v.shared or v.owner_id = :me)")
                .param("id", id)
                .param("me", caller.userId())
                .query((row, n) -> view(row, caller))
                .optional()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static SavedView applied(Patch patch, SavedView now, Caller caller) {
        FieldChecks checks = new FieldChecks();
        String name = checks.line("name", patch.value("name", String.class, now.name()), 100);
        if (name == null || name.isEmpty()) {
            checks.refuse("name", "common.required");
        }
        boolean shared = Boolean.TRUE.equals(patch.value("shared", Boolean.class, now.shared()));
        if (shared && !now.shared() && !caller.may(SHARE_VIEWS)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        JsonNode config = patch.has("config") ? patch.node("config").orElse(Json.object(null)) : now.config();
        if (!config.isObject()) {
            checks.refuse("config", "common.wrong-type");
        } else if (Json.text(config).length() > CONFIG) {
            checks.refuse("config", "common.too-long", CONFIG);
        }
        checks.done();
        return new SavedView(
                now.id(),
                now.recordKind(),
                String.valueOf(name),
                shared,
                true,
                now.owner(),
                (ObjectNode) CleanText.json(config),
                now.version());
    }

    private static SavedView view(ResultSet row, Caller caller) throws SQLException {
        UUID owner = Sql.uuid(row, "owner_id");
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("record_kind"),
                row.getString("name"),
                row.getBoolean("shared"),
                caller.userId().equals(owner),
                Ref.of(owner, row.getString("owner_name")),
                Json.object(row.getString("config")),
                row.getInt("version"));
    }
}
