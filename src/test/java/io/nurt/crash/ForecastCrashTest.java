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
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Path folder = Path.of(
                    "target",
                    "test-postgres",
                    "forecast-" + ProcessHandle.current().pid())
            .toAbsolutePath();
    private ProductServer server;
    private Http http;
    private String pipeline;

    @BeforeEach
    void startWithTheDemoCompany() throws Exception {
        server = ProductServer.compiled(folder.resolve("first")).withoutSchedules();
        server.start();
        http = server.administrator();
        assertThat(http.post("/demo?deals=" + DEALS, List.of()).status()).isEqualTo(201);
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
