package io.nurt.platform.internal.database;

import io.nurt.platform.StartRefused;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to serve when a workspace could read another one's rows. */
public final class RowSecurityCheck {
    private RowSecurityCheck() {}

    public static void run(DataSource application) {
        JdbcClient jdbc = JdbcClient.create(application);
        boolean bound = jdbc.sql("""
                        SELECT current_user = 'nurt_app' AND NOT rolsuper AND NOT rolbypassrls
                        FROM pg_roles WHERE rolname = current_user
                        """).query(Boolean.class).single();
        if (!bound) {
            throw new StartRefused(
                    "The role nurt_app may step around row-level security.",
                    "As an administrator run: ALTER ROLE nurt_app NOSUPERUSER NOBYPASSRLS;");
        }
        List<String> open = jdbc.sql("""
                        SELECT c.relname
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'nurt'
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p')
                          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                   AND EXISTS (SELECT FROM pg_policy p
                                               WHERE p.polrelid = c.oid AND p.polname = 'workspace_wall'))
                        ORDER BY c.relname
                        """).query(String.class).list();
        if (!open.isEmpty()) {
            throw new StartRefused(
                    "No wall between workspaces on: " + String.join(", ", open) + ".",
                    "The migration that makes such a table must CALL nurt.wall('nurt.<table>').");
        }
    }
}
