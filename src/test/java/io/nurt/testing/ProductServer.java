package io.nurt.testing;

import static java.util.Objects.requireNonNull;

import io.nurt.NurtApplication;
import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.internal.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The product as a process of its own, with 512 MB, a data folder and an embedded database of its own. */
public final class ProductServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern LINK = Pattern.compile("/setup\\?token=(\\S+)");

    private final Path folder;
    private final int port;
    private final List<String> program;
    private final Path log;
    private @Nullable Process process;
    private @Nullable DatabaseUrl external;
    private final Map<String, String> environment = new HashMap<>();

    /** Runs the jar that {@code make} packages. */
    public static ProductServer packaged(Path folder) throws IOException {
        return new ProductServer(folder, List.of("-jar", "target/nurt.jar"));
    }

    /** Runs the classes as they are compiled now. */
    public static ProductServer compiled(Path folder) throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return new ProductServer(
                folder, List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, NurtApplication.class.getName()));
    }

    /** A second process on the database of a running one, as if on another machine. */
    public static ProductServer beside(ProductServer first, Path folder) throws IOException {
        ProductServer second = compiled(folder);
        second.external = EmbeddedPostgres.running(first.folder.resolve("data")).orElseThrow();
        return second;
    }

    /** Has the forecast do only what it is asked for. */
    public ProductServer withoutSchedules() {
        environment.put("FORECAST_SCHEDULED", "false");
        return this;
    }

    private ProductServer(Path folder, List<String> program) throws IOException {
        this.folder = folder;
        this.program = program;
        this.log = folder.resolve("server.log");
        Files.createDirectories(folder);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** @return how long it took until the first page was served */
    public Duration start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(program);
        command.add("serve");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NURT_PORT", Integer.toString(port));
        builder.environment().put("NURT_DATA", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        builder.environment().remove("NURT_DATABASE_URL");
        if (external != null) {
            String address = "postgres://%s:%s@%s:%d/%s"
                    .formatted(
                            external.user(),
                            external.password(),
                            external.host(),
                            external.port(),
                            external.database());
            builder.environment().put("NURT_DATABASE_URL", address);
        }
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
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

    public int port() {
        return port;
    }

    public boolean alive() {
        return process().isAlive();
    }

    /** Signs the first administrator up through the link in the log, or in when there is one. */
    public Http administrator() throws IOException, InterruptedException {
        Http http = new Http(port);
        String email = "admin@example.com";
        String password = "a long enough sentence to begin by";
        if (http.get("/setup?token=none").json().path("needed").asBoolean()) {
            Map<String, String> first = new LinkedHashMap<>();
            first.put("token", setupToken());
            first.put("workspaceName", "Tests");
            first.put("currency", "PLN");
            first.put("zone", "Europe/Warsaw");
            first.put("language", "en");
            first.put("name", "Tests");
            first.put("email", email);
            first.put("password", password);
            http.post("/setup", first);
        } else {
            http.post("/session", Map.of("email", email, "password", password));
        }
        Http.Answer me = http.get("/me");
        if (me.status() != 200) {
            throw new IllegalStateException("Could not sign in: " + me.raw().body());
        }
        return http;
    }

    /** The address is logged a moment after the first page is served. */
    private String setupToken() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            Matcher link = LINK.matcher(Files.readString(log));
            if (link.find()) {
                return link.group(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("No address to set up with:\n" + Files.readString(log));
    }

    /** The server's database, as its owner. */
    public Connection database() throws SQLException {
        DatabaseUrl url = EmbeddedPostgres.running(folder.resolve("data")).orElseThrow();
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    /** The main process of its database; empty when there is none at the moment. */
    public Optional<ProcessHandle> postmaster() throws IOException {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data/postgres/18/postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** All processes that run from this folder: its database, whoever its parent is. */
    public List<ProcessHandle> databaseProcesses() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent())
                .toList();
    }

    /** Ends the server as a power cut does; its database is left running. */
    public void kill() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    /** What the server and its database have spent of the processors so far. */
    public Duration cpu() throws IOException {
        Stream<ProcessHandle> all =
                postmaster().stream().flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
        return Stream.concat(all, Stream.of(process().toHandle()))
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory the Java process has held, in MB; 0 where the system does not say. */
    public long peakMemory() throws IOException {
        return peakMemory(process().pid());
    }

    /** Of any process, in MB; 0 where the system does not tell. */
    public static long peakMemory(long process) throws IOException {
        Path status = Path.of("/proc/" + process + "/status");
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
