package io.nurt.identity.internal;

import io.nurt.identity.Role;
import io.nurt.identity.VisibilityLevel;
import io.nurt.kernel.Language;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserStore {
    private static final String COLUMNS = """
            id, name, email, role, visibility, status, totp_confirmed, language, zone, theme, region, last_seen_at, version
            """;

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UserRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from nurt.app_user where id = :id")
                .param("id", id)
                .query(UserStore::row)
                .optional();
    }

    Optional<UserRow> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from nurt.app_user where id = :id for update")
                .param("id", id)
                .query(UserStore::row)
                .optional();
    }

    List<UserRow> all() {
        return jdbc.sql("select " + COLUMNS + " from nurt.app_user order by lower(name), id")
                .query(UserStore::row)
                .list();
    }

    /** Locks the administrators, so that two of them cannot remove each other at the same time. */
    List<UUID> lockAdministrators() {
        return jdbc.sql("""
                        select id from nurt.app_user
                        where role = 'administrator' and status = 'active' order by id for update
                        """).query(UUID.class).list();
    }

    void insert(NewUser user) {
        jdbc.sql("""
                        insert into nurt.app_user
                            (id, name, email, role, visibility, status, password_hash, language, zone, import_id)
                        values (:id, :name, :email, :role, :visibility, :status, :hash, :language, :zone, :importId)
                        """)
                .param("id", user.id())
                .param("name", user.name())
                .param("email", user.email())
                .param("role", user.role().code())
                .param("visibility", user.visibility().code())
                .param("status", user.status().code())
                .param("hash", user.passwordHash())
                .param("language", user.language().code())
                .param("zone", user.zone().getId())
                .param("importId", user.importId())
                .update();
    }

    /** Stores everything an administrator or the user may change; secrets apart. */
    void update(UserRow user) {
        jdbc.sql("""
                        update nurt.app_user
                        set name = :name, email = :email, role = :role, visibility = :visibility, status = :status,
                            language = :language, zone = :zone, theme = :theme, region = :region, version = version + 1
                        where id = :id
                        """)
                .param("id", user.id())
                .param("name", user.name())
                .param("email", user.email())
                .param("role", user.role().code())
                .param("visibility", user.visibility().code())
                .param("status", user.status().code())
                .param("language", user.language().code())
                .param("zone", user.zone().getId())
                .param("theme", user.theme())
                .param("region", user.region())
                .update();
    }

    void seen(UUID id) {
        jdbc.sql("update nurt.app_user set last_seen_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    static UserRow row(ResultSet row, int number) throws SQLException {
        return new UserRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                VisibilityLevel.of(row.getString("visibility")),
                UserStatus.of(row.getString("status")),
                row.getBoolean("totp_confirmed"),
                Language.of(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("theme"),
                row.getString("region"),
                Sql.instant(row, "last_seen_at"),
                row.getInt("version"));
    }
}
