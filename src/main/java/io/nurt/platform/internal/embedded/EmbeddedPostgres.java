package io.nurt.platform.internal.embedded;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of our own, from the binaries in the jar, on a folder that one process at a time may use. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "nurt";
    private static final String DATABASE = "nurt";
    private static final int ATTEMPTS = 5;

    private final FolderLock lock;
    private final Programs programs;
    private final Path cluster;
    private final String password;
    private final Watchdog watchdog = new Watchdog(this::launch);
    private volatile int port;

    private EmbeddedPostgres(FolderLock lock, Programs programs, Path cluster, String password) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
        this.password = password;
    }

    /**
     * Starts the database of a data folder, after recovering it from whatever happened before; returns when it accepts
     * connections. From then on it is started again whenever it ends, until closed.
     *
     * @throws StartRefused when another process uses the folder or it cannot be used
     */
    public static EmbeddedPostgres start(Path data, Durability durability) {
        try {
            Unprivileged.createFolder(data);
            FolderLock lock = FolderLock.lock(data);
            try {
                return start(data, durability, lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new StartRefused(
                    "The data folder " + data + " cannot be used: " + failed.getMessage(),
                    "Check that it is writable and the disk is not full.",
                    failed);
        }
    }

    /** Where the server that uses this data folder at the moment has its database; empty when none runs. */
    public static Optional<DatabaseUrl> running(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                return Optional.empty();
            }
            Optional<FolderLock> free = FolderLock.tryLock(data);
            if (free.isPresent()) {
                free.get().close();
                return Optional.empty();
            }
            Path folder = data.resolve("postgres");
            String password = Password.readOrCreate(folder.resolve("password"));
            return PostmasterPid.in(folder.resolve(Binaries.MAJOR))
                    .map(server -> url(server.port(), DATABASE, password));
        } catch (IOException failed) {
            throw new StartRefused(
                    "The data folder " + data + " cannot be read: " + failed.getMessage(),
                    "Run this as the user who runs the server.",
                    failed);
        }
    }

    private static EmbeddedPostgres start(Path data, Durability durability, FolderLock lock) throws IOException {
        Path folder = data.resolve("postgres");
        Unprivileged.createFolder(folder);
        Path cluster = folder.resolve(Binaries.MAJOR);
        VersionGuard.check(folder, cluster);
        Unprivileged user = Unprivileged.forCluster(folder, cluster);
        Binaries binaries = Binaries.unpackedIn(folder.resolve("bin-" + Binaries.version()));
        var programs = new Programs(binaries, user, cluster);
        LeftBehind.end(programs);
        String password = Password.readOrCreate(folder.resolve("password"));
        if (!Files.exists(cluster)) {
            NewCluster.create(binaries, user, cluster, password, durability);
        }
        ClusterConfig.write(cluster, durability);
        user.own(cluster.resolve("postgresql.conf"));
        user.own(cluster.resolve("pg_hba.conf"));
        var postgres = new EmbeddedPostgres(lock, programs, cluster, password);
        postgres.watchdog.watch(postgres.launch());
        return postgres;
    }

    /** Changes when the database had to be started again and its port was taken meanwhile. */
    public DatabaseUrl url() {
        return url(DATABASE);
    }

    public DatabaseUrl url(String database) {
        return url(port, database, password);
    }

    static DatabaseUrl url(int port, String database, String password) {
        return new DatabaseUrl("127.0.0.1", port, database, OWNER, password, Map.of());
    }

    public Path folder() {
        return cluster;
    }

    /** The number of the database's main process. */
    public long pid() throws IOException {
        return PostmasterPid.in(cluster)
                .orElseThrow(() -> new IOException("Not running"))
                .pid();
    }

    @Override
    public void close() {
        watchdog.dismiss();
        try (lock) {
            if (!programs.succeeds("", "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60")) {
                LOG.warn("The embedded database did not stop in a minute; the next start recovers it");
            }
        } catch (IOException failed) {
            LOG.warn("The embedded database could not be stopped; the next start recovers it", failed);
        }
    }

    private ProcessHandle launch() throws IOException {
        Path log = cluster.resolve("log").resolve("start.log");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            LeftBehind.end(programs);
            port = port == 0 || attempt > 1 ? freePort() : port;
            String options = "-p " + port;
            if (programs.succeeds(
                    "",
                    "pg_ctl",
                    "start",
                    "-D",
                    cluster.toString(),
                    "-w",
                    "-t",
                    "600",
                    "-l",
                    log.toString(),
                    "-o",
                    options)) {
                return ProcessHandle.of(pid()).orElseThrow(() -> new IOException("It ended at once"));
            }
        }
        throw new StartRefused(
                "The embedded database did not start: " + Programs.tail(log), "Its log is in " + log.getParent() + ".");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
