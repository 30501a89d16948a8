package io.nurt.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The options of choices that imports added. Call inside a transaction. */
@Repository
class AddedOptions {
    private final JdbcClient jdbc;
    private final CustomFieldStore fields;

    AddedOptions(JdbcClient jdbc, CustomFieldStore fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    void put(UUID importId, UUID field, List<String> options) {
        jdbc.sql("""
                        insert into nurt.custom_field_option (field_id, option, import_id)
                        select :field, one, :import from unnest(cast(:options as text[])) one
                        on conflict (workspace_id, field_id, option)
                            do update set import_id = excluded.import_id, taken_back = false
                        """)
                .param("field", field)
                .param("options", options.toArray(String[]::new))
                .param("import", importId)
                .update();
    }

    /** Forgets who added what to a field that is about to go. */
    void forget(UUID field) {
        jdbc.sql("delete from nurt.custom_field_option where field_id = :field")
                .param("field", field)
                .update();
    }

    /**
     * Removes those that the import added and no record uses. One that is used, say by a record of a later import, stays until
     * no record uses it when an import is taken back.
     */
    void takeBack(UUID importId) {
        jdbc.sql("update nurt.custom_field_option set taken_back = true where import_id = :import")
                .param("import", importId)
                .update();
        for (UUID id : jdbc.sql("select distinct field_id from nurt.custom_field_option where taken_back order by 1")
                .query(UUID.class)
                .list()) {
            CustomField field = fields.lock(id).orElseThrow();
            Set<String> unused = new HashSet<>(takenBack(id));
            used(field).forEach(unused::remove);
            List<String> left = new ArrayList<>(field.options());
            left.removeAll(unused);
            // A choice of nothing could not be saved again: whoever removed the other options wanted these.
            if (!left.isEmpty() && left.size() < field.options().size()) {
                fields.update(field.withOptions(left));
            }
            jdbc.sql(
                            "delete from nurt.custom_field_option where field_id = :field and option = any(cast(:options as text[]))")
                    .param("field", id)
                    .param("options", unused.toArray(String[]::new))
                    .update();
        }
    }

    private List<String> takenBack(UUID field) {
        return jdbc.sql("select option from nurt.custom_field_option where taken_back and field_id = :field")
                .param("field", field)
                .query(String.class)
                .list();
    }

    private List<String> used(CustomField field) {
        return jdbc.sql("""
                        select distinct r.custom ->> :key from nurt.%s r
                        where jsonb_exists(r.custom, :key) and r.custom ->> :key is not null
                        """.formatted(RecordKind.of(field.recordKind()).code()))
                .param("key", field.key())
                .query(String.class)
                .list();
    }
}
