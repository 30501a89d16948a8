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
    public static final String OWNER = "nurt";
    public static final String DATABASE = "nurt";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 5;

    private final FolderLock lock;
    private final Programs programs;
    private final Path cluster;
    private final String password;
    private volatile int port;

    private EmbeddedPostgres(FolderLock lock, Programs programs, Path cluster, String password) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
        this.password = password;
    }

    /** Starts (or takes over) the database of a data folder; returns when it accepts connections. */
    public static EmbeddedPostgres start(Path data, Durability durability) {
        try {
            Files.createDirectories(data);
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

    private static EmbeddedPostgres start(Path data, Durability durability, FolderLock lock) throws IOException {
        Path folder = data.resolve("postgres");
        Files.createDirectories(folder);
        Path cluster = folder.resolve(Binaries.MAJOR);
        Unprivileged user = Unprivileged.forCluster(folder, cluster);
        Binaries binaries = Binaries.unpackedIn(folder.resolve("bin-" + Binaries.version()));
        String password = Password.readOrCreate(folder.resolve("password"));
        if (!Files.exists(cluster)) {
            NewCluster.create(binaries, user, cluster, password, durability);
        }
        ClusterConfig.write(cluster, durability);
        user.own(cluster.resolve("postgresql.conf"));
        user.own(cluster.resolve("pg_hba.conf"));
        var postgres = new EmbeddedPostgres(lock, new Programs(binaries, user, cluster), cluster, password);
        postgres.stopOrphan();
        postgres.launch();
        return postgres;
    }

    public DatabaseUrl url() {
        return url(DATABASE);
    }

    public DatabaseUrl url(String database) {
        return new DatabaseUrl("127.0.0.1", port, database, OWNER, password, Map.of());
    }

    public Path folder() {
        return cluster;
    }

    @Override
    public void close() {
        try {
            programs.succeeds("", "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        } catch (IOException failed) {
            LOG.warn("The embedded database could not be stopped; the next start recovers it", failed);
        } finally {
            try {
                lock.close();
            } catch (IOException failed) {
                LOG.debug("Lock of the data folder", failed);
            }
        }
    }

    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            String log = cluster.resolve("log").resolve("start.log").toString();
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
                    log,
                    "-o",
                    "-p " + port)) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new StartRefused(
                        "The embedded database did not start: "
                                + Programs.tail(cluster.resolve("log").resolve("start.log")),
                        "Its log is in " + cluster.resolve("log") + ".");
            }
        }
    }

    /** A server whose Nurt was killed still holds the folder. Nobody uses it any more, for we have the lock. */
    private void stopOrphan() throws IOException {
        Optional<PostmasterPid> left = PostmasterPid.in(cluster);
        if (left.isEmpty()) {
            return;
        }
        if (left.get().process(cluster).isPresent()) {
            LOG.info("Stopping the database that a killed server left running");
            programs.run("", "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        } else {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
