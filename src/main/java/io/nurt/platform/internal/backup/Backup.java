package io.nurt.platform.internal.backup;

import io.nurt.platform.StartRefused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes all of Nurt's data, as of one moment, into one file that any supported PostgreSQL can take in. */
public final class Backup {
    private static final JsonMapper JSON = new JsonMapper();

    private Backup() {}

    /** @return the number of rows written */
    public static long write(DataSource owner, Path file) {
        if (Files.exists(file)) {
            throw new StartRefused(file + " exists.", "Name another file, or remove this one first.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (Connection connection = owner.getConnection()) {
            Session.prepare(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Manifest manifest = write(connection, draft);
            connection.rollback();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            connection.setReadOnly(false);
            remember(connection, manifest, file);
            return manifest.rows();
        } catch (IOException | SQLException failed) {
            throw new StartRefused(
                    "The backup could not be written: " + failed.getMessage(),
                    "Nothing was left behind that looks like a backup.",
                    failed);
        } finally {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException unimportant) {
                draft.toFile().deleteOnExit();
            }
        }
    }

    private static Manifest write(Connection connection, Path file) throws IOException, SQLException {
        String hidden = TableShape.hidden(connection);
        if (hidden != null) {
            throw new StartRefused(
                    "The user of this database does not see every row of: " + hidden + ".",
                    "Make the backup as the user who owns the tables.");
        }
        createForOwnerOnly(file);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(3);
            var tables = new ArrayList<Manifest.Table>();
            for (TableShape shape : TableShape.all(connection)) {
                zip.putNextEntry(new ZipEntry(new Manifest.Table(shape.name(), shape.columns(), 0, "").entry()));
                RowSum sum = Tables.read(connection, shape, zip);
                zip.closeEntry();
                tables.add(new Manifest.Table(shape.name(), shape.columns(), sum.rows(), sum.checksum()));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    Instant.now(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    migrations(connection),
                    tables,
                    sequences(connection));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static void createForOwnerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().resolveSibling("")).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static List<String> migrations(Connection connection) throws SQLException {
        var versions = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT version FROM nurt.flyway_schema_history
                        WHERE success AND version IS NOT NULL ORDER BY version
                        """)) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT sequencename, last_value FROM pg_sequences
                        WHERE schemaname = 'nurt' AND last_value IS NOT NULL ORDER BY sequencename
                        """)) {
            while (rows.next()) {
                sequences.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
            }
        }
        return sequences;
    }

    private static void remember(Connection connection, Manifest manifest, Path file) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO nurt.backup_taken (taken_at, file, row_count) VALUES (?, ?, ?)")) {
            statement.setObject(1, manifest.takenAt().atOffset(java.time.ZoneOffset.UTC));
            statement.setString(2, file.toAbsolutePath().toString());
            statement.setLong(3, manifest.rows());
            statement.executeUpdate();
        }
        connection.commit();
    }
}
