package io.nurt.platform.internal.backup;

import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.database.Migrations;
import io.nurt.platform.internal.database.UnfinishedRestore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a database from a backup: the schema as it was then, all rows, every count and checksum compared, then the migrations
 * since. Until all that is done, what was there before is kept aside.
 */
public final class Restore {
    private static final JsonMapper JSON = new JsonMapper();

    private Restore() {}

    /**
     * @param replace whether data in the target may be lost
     * @return the number of rows restored
     */
    public static long run(DataSource owner, Path file, boolean replace) {
        try (var zip = new ZipFile(file.toFile());
                Connection connection = owner.getConnection()) {
            Manifest manifest = manifest(zip, file);
            var target = new Target(connection);
            target.refuseWhileInUse();
            Migrations.refuseUnknown(owner, manifest.migrations());
            UnfinishedRestore.undo(owner);
            if (target.hasData() && !replace) {
                throw new StartRefused(
                        "The database already holds data.", "Add --replace to lose it in favour of the backup.");
            }
            Session.prepare(connection);
            connection.setClientInfo("ApplicationName", UnfinishedRestore.APPLICATION_NAME);
            target.putAside();
            try {
                fill(owner, connection, zip, manifest);
            } catch (IOException | SQLException | RuntimeException failed) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                target.putBack();
                throw failed;
            }
            target.removeWhatWasPutAside();
            return manifest.rows();
        } catch (IOException | SQLException failed) {
            throw new StartRefused(
                    "The backup could not be restored: " + failed.getMessage(),
                    "The database is as it was before.",
                    failed);
        }
    }

    private static void fill(DataSource owner, Connection connection, ZipFile zip, Manifest manifest)
            throws IOException, SQLException {
        Migrations.runUpTo(
                owner, manifest.migrations().get(manifest.migrations().size() - 1));
        connection.setAutoCommit(false);
        Suspended suspended = Suspended.suspend(connection);
        for (Manifest.Table table : manifest.tables()) {
            try (InputStream rows = entry(zip, table.entry())) {
                Tables.write(connection, table.shape(), rows);
            }
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
                statement.setString(1, "nurt." + TableShape.quoted(sequence.name()));
                statement.setLong(2, sequence.lastValue());
                statement.execute();
            }
        }
        suspended.resume();
        for (Manifest.Table table : manifest.tables()) {
            verify(connection, table);
        }
        connection.commit();
        connection.setAutoCommit(true);
        Migrations.run(owner);
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private static void verify(Connection connection, Manifest.Table table) throws SQLException, IOException {
        RowSum found = Tables.read(connection, table.shape(), OutputStream.nullOutputStream());
        if (found.rows() != table.rows() || !found.checksum().equals(table.checksum())) {
            throw new IOException("table " + table.name() + " has " + found.rows() + " rows with checksum "
                    + found.checksum() + ", the backup " + table.rows() + " with " + table.checksum());
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        try (InputStream json = entry(zip, Manifest.ENTRY)) {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() == Manifest.FORMAT) {
                return manifest;
            }
        } catch (JacksonException unreadable) {
            // refused below
        }
        throw new StartRefused(
                file + " is no backup that this version of Nurt can read.",
                "Use the version that made it, or a newer one.");
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the file lacks its part " + name);
        }
        return zip.getInputStream(entry);
    }
}
