package io.nurt.pipeline;

import static io.nurt.kernel.Sql.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lost reasons in the database. */
@Component
class LostReasonStore {
    private final JdbcClient jdbc;

    LostReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LostReason> all() {
        return jdbc.sql("select id, name, position, archived_at from nurt.lost_reason order by position, name, id")
                .query(LostReasonStore::reason)
                .list();
    }

    private static LostReason reason(ResultSet row, int n) throws SQLException {
        return new LostReason(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("position"),
                instant(row, "archived_at"));
    }

    void insert(UUID id, String name, int position, @Nullable UUID importId) {
        jdbc.sql("insert into nurt.lost_reason (id, name, position, import_id) values (:id, :name, :position, :import)")
                .param("id", id)
                .param("name", name)
                .param("position", position)
                .param("import", importId)
                .update();
    }

    void update(UUID id, String name, int position, boolean archived) {
        jdbc.sql("""
                        update nurt.lost_reason set name = :name, position = :position,
                               archived_at = case when :archived then coalesce(archived_at, now()) end
                        where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("position", position)
                .param("archived", archived)
                .update();
    }
}
