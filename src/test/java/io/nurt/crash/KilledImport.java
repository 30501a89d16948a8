package io.nurt.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.testing.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An import that is run, taken back and run again as long as the server is killed. */
final class KilledImport {
    private static final int MADE_UP_DEALS = 6_000;
    private static final int MADE_UP_COMPANIES = 500;
    private static final List<String> MAVEN =
            List.of("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv");

    private final PatientClient client;
    private final Expected expected;
    private final List<String> pipelinesBefore;
    private String id;
    private int rows;
    private int runs;
    private int undone;

    /** What the files hold. */
    private record Expected(int rows, int deals, int won, int lost) {}

    private KilledImport(PatientClient client, Expected expected, String id) {
        this.client = client;
        this.expected = expected;
        this.id = id;
        this.pipelinesBefore = pipelines();
    }

    /** Drafts it, while nothing is killed yet: the four files of a company, or as many made-up deals. */
    static KilledImport draft(Http http, PatientClient client) throws IOException {
        String id = http.post("/imports", Map.of("name", "Killed")).text("/id");
        Optional<Path> maven = Datasets.find("maven-crm");
        if (maven.isPresent()) {
            for (String file : MAVEN) {
                upload(http, id, file, Files.readAllBytes(maven.get().resolve(file)));
            }
        } else {
            upload(http, id, "deals.csv", madeUpDeals().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("newPipelineName", "Imported");
        options.put(
                "unifications",
                unifications(http.get("/imports/" + id + "/proposals").json()));
        Http.Answer changed = http.patch("/imports/" + id, Map.of("options", options));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        Expected expected = maven.isPresent()
                ? new Expected(8_927, 8_800, 4_238, 2_473)
                : new Expected(MADE_UP_DEALS, MADE_UP_DEALS, MADE_UP_DEALS / 2, 0);
        return new KilledImport(client, expected, id);
    }

    private static void upload(Http http, String id, String name, byte[] content) {
        Http.Answer answer = http.upload("/imports/" + id + "/files", name, content);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private static String madeUpDeals() {
        StringBuilder deals = new StringBuilder("Deal ID,Deal Name,Company,Stage,Amount\n");
        for (int i = 0; i < MADE_UP_DEALS; i++) {
            deals.append("%d,Deal %d,Company %d,%s,%d\n"
                    .formatted(i, i, i % MADE_UP_COMPANIES, i % 2 == 0 ? "Won" : "Talks", i));
        }
        return deals.toString();
    }

    private static List<Map<String, Object>> unifications(JsonNode proposals) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (JsonNode one : proposals.path("unifications")) {
            accepted.add(Map.of(
                    "fileId", one.path("fileId").asString(),
                    "column", one.path("column").asInt(),
                    "variant", one.path("variant").asString(),
                    "canonical", one.path("canonical").asString()));
        }
        return accepted;
    }

    /** Takes the next step when the last one has come to its end. @return where it is now */
    String step() {
        JsonNode now = client.get("/imports/" + id).json();
        switch (now.path("status").asString()) {
            case "draft" -> client.write("POST", "/imports/" + id + "/run", Map.of());
            case "done" -> {
                isWhole(now);
                client.write("POST", "/imports/" + id + "/undo", Map.of());
            }
            case "undone" -> {
                isGone(now);
                client.write("POST", "/imports/" + id + "/repeat", Map.of())
                        .ifPresent(answer -> id = answer.text("/id"));
            }
            case "failed" -> throw new AssertionError("The import failed: " + now.path("failure"));
            default -> {
                // under way
            }
        }
        rows = now.path("doneRows").asInt();
        return now.path("status").asString() + " " + rows + "/" + expected.rows;
    }

    /** Waits until it has been run to its end. */
    void finish() {
        long end = System.nanoTime() + 300_000_000_000L;
        JsonNode now = client.get("/imports/" + id).json();
        while (!now.path("status").asString().equals("done")) {
            step();
            assertThat(System.nanoTime()).as("in time; it is %s", now).isLessThan(end);
            PatientClient.pause();
            now = client.get("/imports/" + id).json();
        }
        isWhole(now);
    }

    /** How many rows were worked through when it was last looked at. */
    int rows() {
        return rows;
    }

    int runs() {
        return runs;
    }

    int undone() {
        return undone;
    }

    private void isWhole(JsonNode done) {
        runs++;
        assertThat(done.path("doneRows").asInt()).isEqualTo(expected.rows);
        assertThat(done.path("created").asInt()).isEqualTo(expected.rows);
        assertThat(done.path("refused").asInt()).isZero();
        List<String> added = pipelines();
        added.removeAll(pipelinesBefore);
        assertThat(added).hasSize(1);
        assertThat(deals("pipeline=" + added.get(0))).isEqualTo(expected.deals);
        assertThat(deals("status=won")).isEqualTo(expected.won);
        assertThat(deals("status=lost")).isEqualTo(expected.lost);
    }

    private void isGone(JsonNode undoneImport) {
        undone++;
        assertThat(undoneImport.at("/undo/deals").asInt()).isEqualTo(expected.deals);
        assertThat(undoneImport.at("/undo/kept").size()).isZero();
        assertThat(pipelines()).isEqualTo(pipelinesBefore);
        assertThat(deals("status=won")).isZero();
    }

    private List<String> pipelines() {
        List<String> ids = new ArrayList<>();
        client.get("/pipelines").json().forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }

    private int deals(String filter) {
        return client.get("/deals?count=true&limit=1&" + filter)
                .json()
                .path("count")
                .asInt();
    }
}
