package io.nurt.directory;

import io.nurt.kernel.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomFieldStore {
    private static final RowMapper<CustomField> FIELD = (row, n) -> new CustomField(
            row.getObject("id", UUID.class),
            row.getString("record_kind"),
            row.getString("key"),
            row.getString("label"),
            row.getString("type"),
            List.of((String[]) row.getArray("options").getArray()),
            row.getString("help"),
            row.getInt("position"),
            Sql.instant(row, "archived_at"),
            row.getInt("version"));
    private final JdbcClient jdbc;

    CustomFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomField> of(RecordKind kind) {
        return jdbc.sql("select * from nurt.custom_field where record_kind = :kind order by position, label, id")
                .param("kind", kind.code())
                .query(FIELD)
                .list();
    }

    /** Locked until the end of the transaction. */
    Optional<CustomField> lock(UUID id) {
        return jdbc.sql("select * from nurt.custom_field where id = :id for update")
                .param("id", id)
                .query(FIELD)
                .optional();
    }

    void insert(CustomField field, @Nullable UUID importId) {
        jdbc.sql("""
                        insert into nurt.custom_field (id, record_kind, key, label, type, options, help, position, import_id)
                        values (:id, :kind, :key, :label, :type, :options, :help, :position, :import)
                        """)
                .param("id", field.id())
                .param("kind", field.recordKind())
                .param("key", field.key())
                .param("label", field.label())
                .param("type", field.type())
                .param("options", field.options().toArray(String[]::new))
                .param("help", field.help())
                .param("position", field.position())
                .param("import", importId)
                .update();
    }

    void update(CustomField field) {
        jdbc.sql("""
                        update nurt.custom_field
                        set label = :label, options = :options, help = :help, position = :position, archived_at = :archived,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", field.id())
                .param("label", field.label())
                .param("options", field.options().toArray(String[]::new))
                .param("help", field.help())
                .param("position", field.position())
                .param("archived", Sql.at(field.archivedAt()))
                .update();
    }

    int delete(UUID id) {
        return jdbc.sql("delete from nurt.custom_field where id = :id")
                .param("id", id)
                .update();
    }
}
