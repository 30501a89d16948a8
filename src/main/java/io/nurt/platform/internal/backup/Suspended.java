package io.nurt.platform.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * References, triggers and row-level security of our tables, taken off while rows come in and put on again, all in the caller's
 * transaction. A plain owner may do that in every version, and adding a reference again checks it for all rows; the row-level
 * security has to be off because COPY does not write through it.
 */
final class Suspended {
    private record Reference(String table, String name, String definition) {}

    private final Connection connection;
    private final List<Reference> references = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final List<String> walled = new ArrayList<>();

    private Suspended(Connection connection) {
        this.connection = connection;
    }

    static Suspended suspend(Connection connection) throws SQLException {
        var suspended = new Suspended(connection);
        suspended.find();
        for (Reference reference : suspended.references) {
            suspended.execute("ALTER TABLE " + reference.table() + " DROP CONSTRAINT " + reference.name());
        }
        for (String table : suspended.tables) {
            suspended.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        }
        for (String table : suspended.walled) {
            suspended.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
        }
        if (!suspended.tables.isEmpty()) {
            suspended.execute("TRUNCATE " + String.join(", ", suspended.tables));
        }
        return suspended;
    }

    void resume() throws SQLException {
        for (String table : walled) {
            execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
        for (String table : tables) {
            execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
        for (Reference reference : references) {
            execute("ALTER TABLE " + reference.table() + " ADD CONSTRAINT " + reference.name() + " "
                    + reference.definition());
        }
    }

    private void find() throws SQLException {
        try (var statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                    FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'nurt'::regnamespace AND conparentid = 0
                    """)) {
                while (rows.next()) {
                    references.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            try (ResultSet rows = statement.executeQuery("""
                    SELECT oid::regclass::text, relforcerowsecurity
                    FROM pg_class
                    WHERE relnamespace = 'nurt'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                    if (rows.getBoolean(2)) {
                        walled.add(rows.getString(1));
                    }
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
