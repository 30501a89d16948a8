package io.nurt.platform.internal.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes every PostgreSQL write the same value as the same text. */
final class Session {
    private Session() {}

    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    SET TimeZone = 'UTC';
                    SET DateStyle = 'ISO, YMD';
                    SET IntervalStyle = 'postgres';
                    SET extra_float_digits = 1;
                    SET bytea_output = 'hex';
                    SET statement_timeout = 0;
                    SET idle_in_transaction_session_timeout = 0;
                    SET search_path = nurt, public
                    """);
        }
    }
}
