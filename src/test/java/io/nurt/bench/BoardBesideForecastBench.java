package io.nurt.bench;

import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Measures the board while the forecast is trained, simulated and tried on the past, against the calm board of the same run. */
class BoardBesideForecastBench {
    private static final int DEALS = Integer.getInteger("nurt.bench.forecast.deals", 10_000);
    private static final int CALM = 400;
    /** Long enough to see what work does to the board; what takes longer is cancelled then. */
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private static final int PAUSE_MS = 25;

    private final Report report = new Report();

    @Test
    void boardBesideTheForecastsWork() throws Exception {
        Path folder = Path.of("target", "bench-beside");
        FileSystemUtils.deleteRecursively(folder);
        try (ProductServer server = ProductServer.packaged(folder)) {
            server.start();
            Http http = server.administrator();
            http.post("/demo?deals=" + DEALS, List.of());
            JsonNode pipelines = http.get("/pipelines").json();
            String pipeline = pipelines.get(pipelines.size() - 1).path("id").asString();
            String cookie = http.get("/me")
                    .raw()
                    .request()
                    .headers()
                    .firstValue("Cookie")
                    .orElseThrow();
            Wire wire = new Wire(server.port(), cookie, false);
            String board = "/pipelines/" + pipeline + "/board";
            // Twice, so that the calm board is as warm as the others.
            calm(wire, board);
            double calm = calm(wire, board);
            report.told("board, calm, p95", calm, " ms");
            for (String work : List.of("models?pipeline=" + pipeline, "simulations", "record")) {
                beside(http, wire, board, work, calm);
            }
        }
        report.write(
                Path.of("target", "speed-beside-forecast.md"),
                String.format(
                        Locale.ROOT,
                        "%,d deals; %d processors, server with -Xmx512m",
                        DEALS,
                        Runtime.getRuntime().availableProcessors()));
        FileSystemUtils.deleteRecursively(folder);
    }

    private static double calm(Wire wire, String board) throws Exception {
        List<Double> times = new ArrayList<>();
        while (times.size() < CALM) {
            times.add(one(wire, board));
        }
        return p95(times);
    }

    private void beside(Http http, Wire wire, String board, String work, double calm) throws Exception {
        long begun = System.nanoTime();
        String run = http.post("/forecast/" + work, Map.of()).text("/id");
        List<Double> times = new ArrayList<>();
        String status = "queued";
        for (int i = 0; status.equals("queued") || status.equals("running"); i++) {
            if (status.equals("running")) {
                times.add(one(wire, board));
            } else {
                Thread.sleep(PAUSE_MS);
            }
            if (i % 20 == 0) {
                status = http.get("/forecast/runs/" + run).text("/status");
            }
            if (System.nanoTime() - begun > LONGEST_NANOS && !times.isEmpty()) {
                http.post("/forecast/runs/" + run + "/cancel", Map.of());
                break;
            }
        }
        if (status.equals("failed")) {
            throw new IllegalStateException(work + " failed");
        }
        String name = work.replaceAll("\\?.*", "");
        report.told(
                name + ": boards asked for in " + Math.round((System.nanoTime() - begun) / 1e9) + " s",
                times.size(),
                "");
        report.atMost(name + ": board's p95 / the calm board's", 2, p95(times) / calm, " times", Double.NaN);
    }

    private static double one(Wire wire, String board) throws Exception {
        Thread.sleep(PAUSE_MS);
        long begun = System.nanoTime();
        wire.send("GET", board, "");
        return (System.nanoTime() - begun) / 1e6;
    }

    /** In milliseconds. */
    private static double p95(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * 0.95)));
    }
}
