package io.nurt.platform.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of ours and those of its columns that are stored and not computed. */
record TableShape(String name, List<String> columns) {

    /** All but the record of migrations, which the target keeps for itself. */
    static List<TableShape> all(Connection connection) throws SQLException {
        var shapes = new ArrayList<TableShape>();
        try (var statement = connection.prepareStatement("""
                        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
                        FROM pg_class c
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                           AND a.attgenerated = ''
                        WHERE c.relnamespace = 'nurt'::regnamespace AND c.relkind = 'r'
                          AND c.relname <> 'flyway_schema_history'
                        GROUP BY c.relname
                        ORDER BY c.relname
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                shapes.add(new TableShape(
                        rows.getString(1), List.of((String[]) rows.getArray(2).getArray())));
            }
        }
        return shapes;
    }

    /** The names of tables whose rows the current user would not all see. */
    static @Nullable String hidden(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        SELECT string_agg(c.relname, ', ' ORDER BY c.relname)
                        FROM pg_class c
                        WHERE c.relnamespace = 'nurt'::regnamespace AND c.relkind = 'r'
                          AND row_security_active(c.oid)
                          AND NOT EXISTS (SELECT FROM pg_policy p
                                          WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*'
                                            AND pg_get_expr(p.polqual, p.polrelid) = 'true'
                                            AND (SELECT oid FROM pg_roles WHERE rolname = current_user) = ANY (p.polroles))
                        """);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    String qualified() {
        return "nurt." + quoted(name);
    }

    String columnList() {
        return columns.stream().map(TableShape::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
