package io.nurt.platform.internal.backup;

import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.database.UnfinishedRestore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database that a restore writes into. */
record Target(Connection connection) {

    void refuseWhileInUse() throws SQLException {
        if (isTrue("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                               WHERE datname = current_database() AND pid <> pg_backend_pid()
                                 AND application_name IN ('nurt', '%s'))
                """.formatted(UnfinishedRestore.APPLICATION_NAME))) {
            throw new StartRefused("A running Nurt uses this database.", "Stop it first.");
        }
    }

    /** Whether somebody entered something: a database without a workspace has nothing to lose. */
    boolean hasData() throws SQLException {
        return isTrue("SELECT to_regclass('nurt.workspace') IS NOT NULL")
                && isTrue("SELECT EXISTS (SELECT FROM nurt.workspace)");
    }

    void putAside() throws SQLException {
        if (isTrue("SELECT to_regnamespace('nurt') IS NOT NULL")) {
            execute("ALTER SCHEMA nurt RENAME TO " + UnfinishedRestore.ASIDE);
        } else {
            execute("CREATE SCHEMA " + UnfinishedRestore.ASIDE);
        }
    }

    void removeWhatWasPutAside() throws SQLException {
        execute("DROP SCHEMA " + UnfinishedRestore.ASIDE + " CASCADE");
    }

    void putBack() throws SQLException {
        execute("DROP SCHEMA IF EXISTS nurt CASCADE; ALTER SCHEMA " + UnfinishedRestore.ASIDE + " RENAME TO nurt");
    }

    private boolean isTrue(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
