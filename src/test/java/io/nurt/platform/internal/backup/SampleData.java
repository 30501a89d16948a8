package io.nurt.platform.internal.backup;

import io.nurt.platform.DatabaseUrl;
import io.nurt.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rows of two workspaces with the values that copies go wrong on. */
final class SampleData {
    private static final List<String> NAMES = List.of(
            "Zażółć gęślą jaźń",
            "tab\there",
            "line\nbreak\r\n",
            "\\N",
            "\\.",
            "back\\slash",
            "quote ' \" ,",
            "💼 مرحبا",
            " ");

    private SampleData() {}

    static DatabaseUrl database() {
        DatabaseUrl url = TestDatabase.create();
        try (var connection = TestDatabase.owner(url).getConnection()) {
            fill(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return url;
    }

    private static void fill(JdbcClient owner) {
        for (String workspaceName : List.of("One", "Two")) {
            UUID workspace = UUID.randomUUID();
            owner.sql("SELECT set_config('nurt.workspace', ?, false)")
                    .param(workspace.toString())
                    .query(String.class)
                    .single();
            owner.sql(
                            "INSERT INTO nurt.workspace (id, name, currency, zone, language) VALUES (?, ?, 'PLN', 'UTC', 'pl')")
                    .params(workspace, workspaceName)
                    .update();
            // Each company refers to the next one, so that no order of rows satisfies the references.
            owner.sql("""
                            INSERT INTO nurt.company (workspace_id, id, name, name_key, annual_revenue, tags, custom, archived_at)
                            SELECT ?, gen_random_uuid(), n, lower(n), 1234567890.1234, ARRAY[n, 'b'], jsonb_build_object('k', n),
                                   '2024-02-29 12:34:56.789012+02'
                            FROM unnest(?) n
                            """).param(workspace).param(NAMES.toArray(String[]::new)).update();
            owner.sql("""
                            UPDATE nurt.company c SET parent_id = o.id
                            FROM (SELECT workspace_id, id, lead(id) OVER (PARTITION BY workspace_id ORDER BY ctid DESC) AS next
                                  FROM nurt.company) o
                            WHERE c.workspace_id = o.workspace_id AND c.id = o.next AND c.workspace_id = nurt.workspace()
                            """).update();
        }
        owner.sql("""
                        INSERT INTO nurt.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        VALUES ('a', 'b', '\\x0001feff', 'infinity', false, 1)
                        """).update();
    }
}
