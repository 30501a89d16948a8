package io.nurt.bench;

import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the packaged product over HTTP against what is wanted of it. On a machine that does other things besides, look at
 * the ratios and at the processor time, which includes the database's.
 */
class PipelineBench {
    private static final int DEALS = Integer.getInteger("nurt.bench.deals", 100_000);
    private static final boolean KEPT = Boolean.getBoolean("nurt.bench.keep");

    private final Report report = new Report();

    @Test
    void measuresEverything() throws Exception {
        Path folder = Path.of("target", "bench-" + DEALS);
        boolean filled = KEPT && Files.exists(folder.resolve("filled"));
        if (!filled) {
            FileSystemUtils.deleteRecursively(folder);
        }
        String load = load();
        try (ProductServer server = ProductServer.packaged(folder)) {
            Duration cold = server.start();
            Http http = server.administrator();
            if (!filled) {
                report.told("first start of all, new database", cold.toMillis() / 1000.0, " s");
                fill(server, http);
                Files.writeString(folder.resolve("filled"), "");
                settle(server);
                server.close();
                report.atMost("warm start to the first page", 15, server.start().toMillis() / 1000.0, " s", Double.NaN);
                http = server.administrator();
            }
            new Measures(server, http, report, DEALS < 1_000_000 ? 1 : 2).all();
            report.told("most memory of the server's process (512 MB heap)", server.peakMemory(), " MB");
            if (!server.alive()) {
                throw new IllegalStateException("The server did not survive");
            }
        }
        report.write(
                Path.of("target", "speed-" + DEALS + ".md"),
                String.format(
                        Locale.ROOT,
                        "%,d deals; %d processors, Java %s, server with -Xmx512m, embedded PostgreSQL, durable; load %s before, %s after",
                        DEALS,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        load,
                        load()));
        if (!KEPT) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Loads the demo company; deal rows are timed from the first one stored to the last. */
    private void fill(ProductServer server, Http http) throws Exception {
        var loaded = CompletableFuture.supplyAsync(() -> http.post("/demo?deals=" + DEALS, List.of()));
        long first = 0;
        Duration cpu = Duration.ZERO;
        try (Connection database = server.database()) {
            while (!loaded.isDone()) {
                Thread.sleep(50);
                if (first == 0 && text(database, "select 1 from nurt.deal limit 1") != null) {
                    first = System.nanoTime();
                    cpu = server.cpu();
                }
            }
            if (loaded.get().status() != 201) {
                throw new IllegalStateException("The demo company could not be added: "
                        + loaded.get().raw().body());
            }
            double seconds = (System.nanoTime() - first) / 1e9;
            double spent = server.cpu().minus(cpu).toMillis();
            report.atLeast("deal rows stored per second, with history", 5000, DEALS / seconds, "/s", spent / DEALS);
            long events = Long.parseLong(String.valueOf(text(database, "select count(*) from nurt.deal_event")));
            report.told("events of history per deal", (double) events / DEALS, "");
        }
    }

    /** What a running database does of itself after a while. */
    private void settle(ProductServer server) throws SQLException {
        try (Connection database = server.database();
                var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static @Nullable String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
