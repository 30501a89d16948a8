package io.nurt.bench;

import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Measures the import of files over HTTP, into the packaged product with its durable database, against a plain COPY of the very
 * rows it stored into tables without indexes, checks or triggers in the same database. A smaller import goes before, told by
 * itself: in the first one after a start a good part of the processors' time is Java's, compiling.
 */
class ImportBench {
    private static final int DEALS = Integer.getInteger("nurt.bench.deals", 100_000);
    private static final List<String> TABLES =
            List.of("company", "deal", "deal_event", "deal_pass", "stage_stay", "external_ref");

    /** As a person's screen does; looking oftener takes from the import what is measured. */
    private static final int LOOK_MS = 250;

    private final Report report = new Report();
    /** When each tenth of the deals was in, in seconds. */
    private final double[] reached = new double[11];

    @Test
    void bringsFilesIn() throws Exception {
        Path folder = Path.of("target", "bench-import-" + DEALS);
        FileSystemUtils.deleteRecursively(folder);
        DealFiles files = new DealFiles(DEALS);
        try (ProductServer server = ProductServer.packaged(folder)) {
            server.start();
            Http http = server.administrator();
            int before = DEALS / 4;
            DealFiles warming = new DealFiles(before, 10_000_000);
            double first = run(http, imported(http, warming), before, before + warming.transitions);
            report.told("the first import after the start, a quarter as many deals", before / first, "/s");
            double seconds = measured(server, http, imported(http, files), files);
            double copy = copy(server, folder) * DEALS / (DEALS + before);
            report.told("plain COPY of the same rows into bare tables, deals a second", DEALS / copy, "/s");
            report.told("import / plain COPY", seconds / copy, " times");
            report.told("most memory of the server's process (512 MB heap)", server.peakMemory(), " MB");
        }
        report.write(
                Path.of("target", "speed-import-" + DEALS + ".md"),
                String.format(
                        Locale.ROOT, "%,d deals and %,d rows of stage history, from files", DEALS, files.transitions));
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Uploads the files, which the run may then take in. */
    private String imported(Http http, DealFiles files) {
        String id = http.post("/imports", Map.of("name", "Bench")).text("/id");
        upload(http, id, "deals.csv", files.deals);
        upload(http, id, "stage_history.csv", files.history);
        return id;
    }

    private void upload(Http http, String id, String name, byte[] content) {
        long begun = System.nanoTime();
        Http.Answer answer = http.upload("/imports/" + id + "/files", name, content);
        String entity = answer.text("/entity");
        if (answer.status() != 201 || entity.equalsIgnoreCase("deal") != name.equals("deals.csv")) {
            throw new IllegalStateException(name + ": " + answer.raw().body());
        }
        report.told("upload and look over " + name, (System.nanoTime() - begun) / 1e9, " s");
    }

    private double measured(ProductServer server, Http http, String id, DealFiles files) throws Exception {
        Duration cpu = server.cpu();
        long expected = (long) DEALS + files.transitions;
        double seconds = run(http, id, DEALS, expected);
        double spent = server.cpu().minus(cpu).toMillis();
        report.atLeast("deals a second from files, with their history", 5000, DEALS / seconds, "/s", spent / DEALS);
        report.told("rows of files a second, deals and history", expected / seconds, "/s");
        report.told("until the first deals were in", reached[0], " s");
        report.told("reading the history's file once more for its report", seconds - reached[10], " s");
        report.atMost(
                "a deal in the last tenth / in the second tenth",
                1.5,
                (reached[10] - reached[9]) / (reached[2] - reached[1]),
                " times",
                Double.NaN);
        return seconds;
    }

    /** @return from the order to run it until it is done, in seconds */
    private double run(Http http, String id, int deals, long expected) throws Exception {
        long begun = System.nanoTime();
        http.post("/imports/" + id + "/run", Map.of());
        Arrays.fill(reached, 0);
        JsonNode now;
        do {
            Thread.sleep(LOOK_MS);
            now = http.get("/imports/" + id).json();
            double at = (System.nanoTime() - begun) / 1e9;
            int tenth = (int) Math.min(10, now.path("doneRows").asLong() * 10 / deals);
            for (int i = tenth; i >= 0 && reached[i] == 0; i--) {
                reached[i] = at;
            }
            if (now.path("status").asString().equals("failed") || at > 3600) {
                throw new IllegalStateException(now.toString());
            }
        } while (!now.path("status").asString().equals("done"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (now.path("created").asLong() != expected) {
            throw new IllegalStateException("Not all rows went in: " + now);
        }
        return seconds;
    }

    private static double copy(ProductServer server, Path folder) throws SQLException, IOException {
        long nanos = 0;
        try (Connection database = server.database();
                var statement = database.createStatement()) {
            CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                Path file = folder.resolve(table + ".copy");
                try (var out = Files.newOutputStream(file)) {
                    copy.copyOut("copy nurt." + table + " to stdout", out);
                }
                statement.execute("create table public.bare_" + table + " (like nurt." + table + ")");
                long begun = System.nanoTime();
                try (InputStream in = Files.newInputStream(file)) {
                    copy.copyIn("copy public.bare_" + table + " from stdin", in);
                }
                nanos += System.nanoTime() - begun;
                statement.execute("drop table public.bare_" + table);
                Files.delete(file);
            }
        }
        return nanos / 1e9;
    }
}
