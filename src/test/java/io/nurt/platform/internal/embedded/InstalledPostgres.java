package io.nurt.platform.internal.embedded;

import io.nurt.platform.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A throw-away cluster of a PostgreSQL that the machine has installed, with an ordinary user who owns a database. */
public final class InstalledPostgres implements AutoCloseable {
    private final Path folder;
    private final Programs programs;
    private final int port;

    private InstalledPostgres(Path folder, Programs programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    /** Where Debian puts that version. */
    public static Path home(int major) {
        return Path.of("/usr/lib/postgresql", String.valueOf(major));
    }

    public static InstalledPostgres start(int major) {
        try {
            Path folder = Path.of(
                            "target",
                            "test-postgres",
                            "installed-" + major + "-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
            Unprivileged.createFolder(folder);
            Path cluster = folder.resolve("cluster");
            Unprivileged user = Unprivileged.forCluster(folder, cluster);
            Files.createDirectory(cluster);
            user.own(cluster);
            var programs = new Programs(new Binaries(home(major)), user, cluster);
            programs.run(
                    "",
                    "initdb",
                    "-D",
                    cluster.toString(),
                    "-U",
                    "postgres",
                    "--auth=trust",
                    "--no-sync",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8");
            programs.run("""
                    CREATE ROLE crm LOGIN CREATEROLE PASSWORD 'crm'
                    CREATE DATABASE crm OWNER crm
                    """, "postgres", "--single", "-D", cluster.toString(), "postgres");
            int port = freePort();
            programs.run(
                    "",
                    "pg_ctl",
                    "start",
                    "-D",
                    cluster.toString(),
                    "-w",
                    "-l",
                    cluster.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
            return new InstalledPostgres(folder, programs, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public DatabaseUrl url() {
        return new DatabaseUrl("127.0.0.1", port, "crm", "crm", "crm", Map.of());
    }

    @Override
    public void close() throws IOException {
        programs.succeeds("", "pg_ctl", "stop", "-D", programs.cluster().toString(), "-m", "fast", "-w");
        FileSystemUtils.deleteRecursively(folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
