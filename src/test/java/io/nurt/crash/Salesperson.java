package io.nurt.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes companies and deals without a pause, moves deals and changes amounts, and keeps in mind what was acknowledged. */
final class Salesperson {
    static final String MARK = "Written ";

    private final PatientClient client;
    private final Random random = new Random(20261124);
    private final String pipeline;
    private final List<String> stages = new ArrayList<>();
    private final List<Known> deals = new ArrayList<>();
    private final Map<String, @Nullable String> companies = new LinkedHashMap<>();
    private final Map<String, Known> dealsByTitle = new LinkedHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final Thread thread = new Thread(this::work, "salesperson");
    private volatile boolean atWork = true;
    private volatile @Nullable Throwable failure;

    /** A deal as last acknowledged; {@code tried} is a state of which it is not known whether it was reached. */
    private static final class Known {
        @Nullable
        String id;

        State state;

        @Nullable
        State tried;

        int changes = 1;

        Known(State state) {
            this.state = state;
        }
    }

    private record State(String stage, String amount) {
        boolean is(JsonNode deal) {
            return deal.path("stageId").asString().equals(stage)
                    && new BigDecimal(deal.path("amount").asString()).compareTo(new BigDecimal(amount)) == 0;
        }
    }

    Salesperson(PatientClient client) {
        this.client = client;
        JsonNode first = client.get("/pipelines").json().get(0);
        this.pipeline = first.path("id").asString();
        for (JsonNode stage : first.path("stages")) {
            if (stage.path("kind").asString().equals("open")) {
                stages.add(stage.path("id").asString());
            }
        }
        assertThat(stages).hasSizeGreaterThan(1);
    }

    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    void end() throws InterruptedException {
        atWork = false;
        thread.join();
        wentWell();
    }

    void wentWell() {
        assertThat(failure).isNull();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int inDoubt() {
        return inDoubt.get();
    }

    private void work() {
        try {
            for (int i = 0; atWork; i++) {
                String company = createCompany(MARK + i);
                createDeal(MARK + i, company);
                for (int change = 0; change < 3 && atWork && !deals.isEmpty(); change++) {
                    change(random.nextInt(deals.size()));
                }
            }
        } catch (Throwable failed) {
            failure = failed;
        }
    }

    private @Nullable String createCompany(String name) {
        Optional<Http.Answer> answer = client.write("POST", "/companies", Map.of("name", name));
        String id = answer.map(Salesperson::isWritten).orElse(null);
        companies.put(name, id);
        count(answer);
        return id;
    }

    private void createDeal(String title, @Nullable String company) {
        State state = new State(anyStage(), anyAmount());
        Map<String, Object> body = new HashMap<>(
                Map.of("title", title, "pipelineId", pipeline, "stageId", state.stage, "amount", state.amount));
        body.put("currency", "PLN");
        if (company != null) {
            body.put("companyId", company);
        }
        Optional<Http.Answer> answer = client.write("POST", "/deals", body);
        Known deal = new Known(state);
        deal.id = answer.map(Salesperson::isWritten).orElse(null);
        dealsByTitle.put(title, deal);
        if (deal.id != null) {
            deals.add(deal);
        }
        count(answer);
    }

    private void change(int index) {
        Known deal = deals.get(index);
        State wanted;
        Optional<Http.Answer> answer;
        if (random.nextBoolean()) {
            wanted = new State(otherStage(deal.state.stage), deal.state.amount);
            answer = client.write("POST", "/deals/" + deal.id + "/move", Map.of("stageId", wanted.stage));
        } else {
            wanted = new State(deal.state.stage, anyAmount());
            answer = client.write("PATCH", "/deals/" + deal.id, Map.of("amount", wanted.amount));
        }
        if (answer.isPresent()) {
            isWritten(answer.get());
            assertThat(wanted.is(answer.get().json()))
                    .as("the answer is the new state")
                    .isTrue();
            deal.state = wanted;
            deal.changes++;
        } else {
            deal.tried = wanted;
            deals.remove(index);
        }
        count(answer);
    }

    private void count(Optional<Http.Answer> answer) {
        (answer.isPresent() ? acknowledged : inDoubt).incrementAndGet();
    }

    private static String isWritten(Http.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299);
        return answer.text("/id");
    }

    private String anyStage() {
        return stages.get(random.nextInt(stages.size()));
    }

    private String otherStage(String than) {
        return stages.get((stages.indexOf(than) + 1 + random.nextInt(stages.size() - 1)) % stages.size());
    }

    /** Never the same twice, so that each change of an amount is a change. */
    private String anyAmount() {
        return (acknowledged.get() + inDoubt.get() + 1) + "." + (10 + random.nextInt(90));
    }

    /** Every acknowledged write is there with its last state, nothing is there twice, and the totals agree. */
    void findsAll() {
        List<JsonNode> foundCompanies = all("/companies?state=active");
        Map<String, List<JsonNode>> byName = byText(foundCompanies, "name");
        companies.forEach((name, id) -> {
            List<JsonNode> found = byName.getOrDefault(name, List.of());
            assertThat(found).as("company %s", name).hasSizeBetween(id == null ? 0 : 1, 1);
            assertThat(id == null || found.get(0).path("id").asString().equals(id))
                    .isTrue();
        });
        Map<String, List<JsonNode>> byTitle = byText(all("/deals?pipeline=" + pipeline), "title");
        assertThat(byTitle.keySet()).isSubsetOf(dealsByTitle.keySet());
        dealsByTitle.forEach((title, deal) -> isThere(title, deal, byTitle.getOrDefault(title, List.of())));
        boardAgrees(byTitle.values().stream().map(found -> found.get(0)).toList());
    }

    private void isThere(String title, Known deal, List<JsonNode> found) {
        assertThat(found).as("deal %s", title).hasSizeBetween(deal.id == null ? 0 : 1, 1);
        if (deal.id == null) {
            return;
        }
        JsonNode now = found.get(0);
        assertThat(deal.state.is(now) || deal.tried != null && deal.tried.is(now))
                .as("%s is as acknowledged: %s", title, now)
                .isTrue();
        JsonNode events =
                client.get("/deals/" + deal.id + "/events?limit=200").json().path("items");
        assertThat(events.get(0).at("/after/stageId").asString())
                .as("the last event of %s tells its stage", title)
                .isIn(now.path("stageId").asString(), "");
        assertThat(events.size()).as("events of %s", title).isBetween(deal.changes, deal.changes + 1);
        assertThat(events.get(0).path("seq").asInt()).isEqualTo(events.size());
    }

    private void boardAgrees(List<JsonNode> found) {
        JsonNode board = client.get("/pipelines/" + pipeline + "/board?cards=1").json();
        for (JsonNode column : board.path("stages")) {
            List<JsonNode> inStage = found.stream()
                    .filter(deal -> deal.path("stageId").equals(column.path("stageId")))
                    .toList();
            assertThat(column.path("count").asInt()).isEqualTo(inStage.size());
            assertThat(new BigDecimal(column.path("total").asString()))
                    .isEqualByComparingTo(inStage.stream()
                            .map(deal -> new BigDecimal(deal.path("amount").asString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static Map<String, List<JsonNode>> byText(List<JsonNode> records, String field) {
        Map<String, List<JsonNode>> all = new HashMap<>();
        records.forEach(one -> all.computeIfAbsent(one.path(field).asString(), key -> new ArrayList<>())
                .add(one));
        return all;
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + "&limit=200" + cursor).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isNull() || page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }
}
