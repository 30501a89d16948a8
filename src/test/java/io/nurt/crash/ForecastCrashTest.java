package io.nurt.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The forecast's work in the background, with servers that die and servers beside each other. */
class ForecastCrashTest {
    private static final int DEALS = 4000;
    private static final int OF_A_RECORD = 500;
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Path folder = Path.of(
                    "target",
                    "test-postgres",
                    "forecast-" + ProcessHandle.current().pid())
            .toAbsolutePath();
    private ProductServer server;
    private Http http;
    private String pipeline = "";

    @BeforeEach
    void start() throws Exception {
        server = ProductServer.compiled(folder.resolve("first")).withoutSchedules();
        server.start();
        http = server.administrator();
    }

    private void demoCompany(int deals) {
        assertThat(http.post("/demo?deals=" + deals, List.of()).status()).isEqualTo(201);
        JsonNode pipelines = http.get("/pipelines").json();
        pipeline = pipelines.get(pipelines.size() - 1).path("id").asString();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void workThatAKillCutOffIsDoneByTheNextServerAndDoneOnce() throws Exception {
        demoCompany(DEALS);
        String training = ask("/forecast/models?pipeline=" + pipeline);
        waitFor(training, "running");
        server.kill();
        server.start();
        waitFor(training, "done");
        assertThat(http.get("/forecast/models?pipeline=" + pipeline).json()).hasSize(1);

        String simulation = ask("/forecast/simulations");
        waitFor(simulation, "running");
        server.kill();
        server.start();
        waitFor(simulation, "done");
        assertThat(http.get("/forecast/snapshots").json()).hasSize(1);
    }

    @Test
    void twoServersDoTheSameWorkOnceAndOneCancelsWhatTheOtherDoes() throws Exception {
        demoCompany(DEALS);
        try (ProductServer other =
                ProductServer.beside(server, folder.resolve("second")).withoutSchedules()) {
            other.start();
            Http there = other.administrator();
            String here = ask("/forecast/models?pipeline=" + pipeline);
            assertThat(there.post("/forecast/models?pipeline=" + pipeline, Map.of())
                            .text("/id"))
                    .isEqualTo(here);
            waitFor(here, "done");
            assertThat(there.get("/forecast/models?pipeline=" + pipeline).json())
                    .hasSize(1);

            String simulation = ask("/forecast/simulations");
            waitFor(simulation, "running");
            assertThat(there.post("/forecast/runs/" + simulation + "/cancel", Map.of())
                            .status())
                    .isLessThan(300);
            Thread.sleep(3000);
            assertThat(there.get("/forecast/runs/" + simulation).text("/status"))
                    .isEqualTo("cancelled");
            assertThat(there.get("/forecast/snapshots").json()).isEmpty();
            assertThat(pendingRuns()).isEmpty();
        }
    }

    @Test
    void aRecordThatAKillCutOffIsMadeByTheNextServerAndMadeOnce() throws Exception {
        demoCompany(OF_A_RECORD);
        String record = ask("/forecast/record");
        waitForPercent(record, 20);
        server.kill();
        server.start();
        // Nothing is kept of half a record.
        assertThat(http.get("/forecast/record").status()).isEqualTo(404);
        assertThat(backtested(http)).isZero();

        waitFor(record, "done");

        assertThat(http.get("/forecast/record").text("/runId")).isEqualTo(record);
        assertThat(backtested(http))
                .isEqualTo(http.get("/forecast/record").json().get("origins").size());
        assertThat(pendingRuns()).isEmpty();
    }

    @Test
    void twoServersMakeARecordOnceAndOneCancelsWhatTheOtherMakes() throws Exception {
        demoCompany(OF_A_RECORD);
        try (ProductServer other =
                ProductServer.beside(server, folder.resolve("second")).withoutSchedules()) {
            other.start();
            Http there = other.administrator();
            String cancelled = ask("/forecast/record");
            assertThat(there.post("/forecast/record", Map.of()).text("/id")).isEqualTo(cancelled);
            waitForPercent(cancelled, 10);
            assertThat(there.post("/forecast/runs/" + cancelled + "/cancel", Map.of())
                            .status())
                    .isLessThan(300);
            Thread.sleep(3000);
            assertThat(http.get("/forecast/runs/" + cancelled).text("/status")).isEqualTo("cancelled");
            assertThat(http.get("/forecast/record").status()).isEqualTo(404);
            assertThat(backtested(there)).isZero();

            String made = ask("/forecast/record");
            assertThat(there.post("/forecast/record", Map.of()).text("/id")).isEqualTo(made);
            waitFor(made, "done");
            assertThat(there.get("/forecast/record").text("/runId")).isEqualTo(made);
            assertThat(backtested(there))
                    .isEqualTo(
                            there.get("/forecast/record").json().get("origins").size());
            assertThat(pendingRuns()).isEmpty();
        }
    }

    private static long backtested(Http http) {
        return StreamSupport.stream(http.get("/forecast/snapshots").json().spliterator(), false)
                .filter(snapshot -> snapshot.path("backtested").asBoolean())
                .count();
    }

    private void waitForPercent(String run, int percent) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        JsonNode now;
        do {
            Thread.sleep(20);
            now = http.get("/forecast/runs/" + run).json();
            assertThat(now.path("status").asString()).isIn("queued", "running");
        } while (now.path("done").asInt() < percent && System.nanoTime() < end);
        assertThat(now.path("done").asInt()).isGreaterThanOrEqualTo(percent);
    }

    private String ask(String path) {
        Http.Answer answer = http.post(path, Map.of());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        return answer.text("/id");
    }

    private void waitFor(String run, String wanted) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        String status;
        do {
            Thread.sleep(20);
            status = http.get("/forecast/runs/" + run).text("/status");
            assertThat(status).isNotIn("failed", "cancelled");
        } while (!status.equals(wanted) && !status.equals("done") && System.nanoTime() < end);
        assertThat(status).isEqualTo(wanted);
    }

    private List<JsonNode> pendingRuns() {
        return StreamSupport.stream(http.get("/forecast/runs").json().spliterator(), false)
                .filter(run ->
                        Set.of("queued", "running").contains(run.path("status").asString()))
                .toList();
    }
}
