package io.nurt.bench;

import static java.util.Objects.requireNonNull;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.internal.embedded.EmbeddedPostgres;
import io.nurt.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged product as a process of its own, with 512 MB and a data folder of its own. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern LINK = Pattern.compile("/setup\\?token=(\\S+)");

    final Path folder;
    final int port;
    private final Path log;
    private @Nullable Process process;

    Server(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("server.log");
        Files.createDirectories(folder);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** @return how long it took until the first page was served */
    Duration start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                "target/nurt.jar",
                "serve");
        builder.environment().put("NURT_PORT", Integer.toString(port));
        builder.environment().put("NURT_DATA", folder.resolve("data").toString());
        builder.environment().remove("NURT_DATABASE_URL");
        Files.deleteIfExists(log);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (!serves()) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            if (!process().isAlive() || taken.compareTo(START) > 0) {
                throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean serves() throws IOException {
        try {
            return new Http(port).get("//").status() < 500;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Process process() {
        return requireNonNull(process);
    }

    boolean alive() {
        return process().isAlive();
    }

    /** Signs the first administrator up through the link in the log, or in when there is one. */
    Http administrator() throws IOException {
        Http http = new Http(port);
        String email = "bench@example.com";
        String password = "a long enough sentence to measure by";
        Matcher link = LINK.matcher(Files.readString(log));
        if (link.find()) {
            http.post(
                    "/setup",
                    java.util.Map.of(
                            "token",
                            link.group(1),
                            "workspaceName",
                            "Bench",
                            "currency",
                            "PLN",
                            "zone",
                            "Europe/Warsaw",
                            "language",
                            "en",
                            "name",
                            "Bench",
                            "email",
                            email,
                            "password",
                            password));
        } else {
            http.post("/session", java.util.Map.of("email", email, "password", password));
        }
        Http.Answer me = http.get("/me");
        if (me.status() != 200) {
            throw new IllegalStateException("Could not sign in: " + me.raw().body());
        }
        return http;
    }

    /** The server's database, as its owner. */
    Connection database() throws SQLException {
        DatabaseUrl url = EmbeddedPostgres.running(folder.resolve("data")).orElseThrow();
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    /** What the server and its database have spent of the processors so far. */
    Duration cpu() throws IOException {
        Path pid = folder.resolve("data/postgres/18/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pid).get(0).strip());
        Stream<ProcessHandle> all = ProcessHandle.of(postmaster).stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
        return Stream.concat(all, Stream.of(process().toHandle()))
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory the Java process has held, in MB; 0 where the system does not say. */
    long peakMemory() throws IOException {
        Path status = Path.of("/proc/" + process().pid() + "/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        process().destroy();
        try {
            if (!process().waitFor(60, TimeUnit.SECONDS)) {
                process().destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
