package io.nurt.platform.internal.database;

import io.nurt.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Refuses a database that cannot be reached or could not hold the data, before anything is done to it. */
final class ServerCheck {
    private static final int OLDEST = 15;

    private ServerCheck() {}

    static void run(Database database) {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding')
                        """)) {
            row.next();
            check(database.location(), row.getInt(1), row.getString(2));
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The database " + database.location() + " cannot be used: " + failed.getMessage(),
                    "Check that it runs, that the address, user and password in NURT_DATABASE_URL are right, and that"
                            + " its server lets this machine in.",
                    failed);
        }
    }

    static void check(String location, int version, String encoding) {
        if (version < OLDEST) {
            throw new StartRefused(
                    "The database " + location + " is PostgreSQL " + version + ".",
                    "Nurt needs PostgreSQL " + OLDEST + " or newer.");
        }
        if (!encoding.equals("UTF8")) {
            throw new StartRefused(
                    "The database " + location + " has the encoding " + encoding + ", which lacks letters.",
                    "Make one with: CREATE DATABASE nurt ENCODING 'UTF8' TEMPLATE template0;");
        }
    }
}
