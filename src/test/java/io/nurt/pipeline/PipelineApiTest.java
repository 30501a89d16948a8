package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@NurtTest
class PipelineApiTest {
    @Autowired
    PipelineFixture fixture;

    @LocalServerPort
    int port;

    private PipelineFixture.Place place;
    private Http http;

    @BeforeEach
    void signIn() {
        place = fixture.place();
        http = place.http(port, place.admin);
    }

    @Test
    void aDealIsCreatedReadChangedAndTrashed() {
        Http.Answer created = http.post(
                "/deals",
                Map.of(
                        "title",
                        "  Roof ",
                        "amount",
                        "1234.5000",
                        "expectedClose",
                        "2027-01-31",
                        "tags",
                        List.of("a", "a")));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"v1\"");
        assertThat(created.text("/title")).isEqualTo("Roof");
        assertThat(created.text("/amount")).isEqualTo("1234.5");
        assertThat(created.text("/currency")).isEqualTo("PLN");
        assertThat(created.text("/owner/id")).isEqualTo(place.admin.userId().toString());
        assertThat(created.json().at("/tags").size()).isEqualTo(1);
        assertThat(created.json().at("/contacts").isArray()).isTrue();
        String id = created.text("/id");

        Map<String, Object> clear = new HashMap<>();
        clear.put("amount", null);
        clear.put("nextStep", "Call");
        Http.Answer patched = http.with("If-Match", "\"v1\"").patch("/deals/" + id, clear);
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().at("/amount").isNull()).isTrue();
        assertThat(patched.text("/nextStep")).isEqualTo("Call");
        assertThat(patched.header("Undo-Token")).isNotEmpty();

        Http.Answer stale = http.with("If-Match", "\"v1\"").patch("/deals/" + id, Map.of("title", "Other"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("common.changed-meanwhile");
        assertThat(stale.text("/current/nextStep")).isEqualTo("Call");

        assertThat(http.post("/undo/" + patched.header("Undo-Token"), Map.of())
                        .json()
                        .at("/restored")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/deals/" + id).text("/amount")).isEqualTo("1234.5");
        assertThat(http.delete("/deals/" + id).status()).isEqualTo(200);
        assertThat(http.get("/deals").json().at("/items").size()).isZero();
        assertThat(http.get("/deals?state=trashed").json().at("/items").size()).isEqualTo(1);
        String worth = "amountFrom=1234.5&amountTo=1235";
        assertThat(http.get("/deals?" + worth).json().at("/items").size()).isZero();
        assertThat(http.get("/deals?state=trashed&" + worth).json().at("/items").size())
                .isEqualTo(1);
        assertThat(http.patch("/deals/" + id, Map.of("title", "X")).code()).isEqualTo("pipeline.in-trash");
        assertThat(http.post("/deals/" + id + "/restore", Map.of()).status()).isEqualTo(200);
        assertThat(http.get("/deals?" + worth).json().at("/items").size()).isEqualTo(1);
        assertThat(http.get("/deals?amountFrom=1235").json().at("/items").size())
                .isZero();
    }

    @Test
    void whatCannotBeKeptIsRefusedFieldByField() {
        assertThat(http.post("/deals", Map.of("title", " ")).text("/errors/0/field"))
                .isEqualTo("title");
        assertThat(http.post("/deals", Map.of("title", "A", "colour", "red")).text("/errors/0/field"))
                .isEqualTo("colour");
        assertThat(http.post("/deals", Map.of("title", "A", "currency", "ZZZZ")).text("/errors/0/field"))
                .isEqualTo("currency");
        assertThat(http.post("/deals", Map.of("title", "A", "amount", "1e20")).text("/errors/0/field"))
                .isEqualTo("amount");
        assertThat(http.post("/deals", Map.of("title", "A", "companyId", Ids.next()))
                        .text("/errors/0/field"))
                .isEqualTo("companyId");
        assertThat(http.post("/deals", Map.of("title", "A", "expectedClose", "31.01.2027"))
                        .text("/errors/0/field"))
                .isEqualTo("expectedClose");
        assertThat(http.get("/deals?sort=colour").status()).isEqualTo(422);
        assertThat(http.get("/deals?stage=nonsense").status()).isEqualTo(422);
        assertThat(http.get("/deals?cursor=nonsense").status()).isEqualTo(400);
        assertThat(http.get("/deals/" + Ids.next()).status()).isEqualTo(404);
    }

    @Test
    void losingADealAsksForTheReasonWhereTheWorkspaceKeepsReasons() {
        String id = http.post("/deals", Map.of("title", "Roof")).text("/id");
        String reason = http.post("/lost-reasons", Map.of("name", "Price")).text("/id");
        Http.Answer refused = http.post("/deals/" + id + "/move", Map.of("stageId", place.lost()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("pipeline.lost-reason-missing");
        assertThat(refused.json().at("/requirements").size()).isEqualTo(2);
        Http.Answer lost = http.post(
                "/deals/" + id + "/move",
                Map.of("stageId", place.lost(), "lostReasonId", reason, "outcome", "competitor", "competitor", "Acme"));
        assertThat(lost.status()).isEqualTo(200);
        assertThat(lost.text("/lostReason/name")).isEqualTo("Price");
        assertThat(lost.text("/status")).isEqualTo("lost");
        assertThat(http.post("/deals/" + id + "/reopen", Map.of("stageId", place.stage(1)))
                        .text("/status"))
                .isEqualTo("open");
        assertThat(http.get("/deals/" + id + "/path").json().size()).isEqualTo(2);
        assertThat(http.get("/deals/" + id + "/events").text("/items/0/kind")).isEqualTo("reopened");
    }

    @Test
    void theBoardShowsOpenStagesWithTotalsInTheWorkspacesCurrency() {
        http.send(
                "PUT",
                "/exchange-rates",
                List.of(Map.of("currency", "EUR", "validFrom", "2020-01-01", "rate", "4.25")));
        http.post("/deals", Map.of("title", "A", "amount", 100));
        http.post("/deals", Map.of("title", "B", "amount", 10, "currency", "EUR"));
        http.post("/deals", Map.of("title", "C", "amount", 10, "currency", "USD"));
        http.post("/deals", Map.of("title", "D", "stageId", place.stage(1), "tags", List.of("x"), "amount", 7));
        JsonNode board =
                http.get("/pipelines/" + place.pipeline.id() + "/board?cards=2").json();
        assertThat(board.at("/currency").asString()).isEqualTo("PLN");
        assertThat(board.at("/stages").size()).isEqualTo(3);
        JsonNode first = board.at("/stages/0");
        assertThat(first.at("/count").asInt()).isEqualTo(3);
        assertThat(first.at("/total").asString()).isEqualTo("142.5");
        assertThat(first.at("/weighted").asString()).isEqualTo("14.25");
        assertThat(first.at("/currencyMixed").asBoolean()).isTrue();
        assertThat(first.at("/unvalued").asInt()).isEqualTo(1);
        assertThat(first.at("/cards").size()).isEqualTo(2);
        assertThat(board.at("/stages/2/count").asInt()).isZero();
        Http.Answer more = http.get("/pipelines/" + place.pipeline.id() + "/board/" + place.stage(0)
                + "?cards=2&cursor=" + first.at("/next").asString());
        assertThat(more.text("/items/0/title")).isEqualTo("A");
        assertThat(more.json().at("/next").isNull()).isTrue();
        JsonNode tagged =
                http.get("/pipelines/" + place.pipeline.id() + "/board?tag=x").json();
        assertThat(tagged.at("/stages/0/count").asInt()).isZero();
        assertThat(tagged.at("/stages/1/total").asString()).isEqualTo("7");
    }

    @Test
    void everySortPagesThroughAllDealsOnceWithTheUnknownInOnePlace() {
        for (int i = 0; i < 9; i++) {
            Map<String, Object> deal = new HashMap<>(Map.of("title", "Deal " + i % 3));
            if (i % 3 != 0) {
                deal.put("amount", i % 2);
                deal.put("expectedClose", LocalDate.of(2027, 1, 1 + i % 2).toString());
            }
            http.post("/deals", deal);
        }
        for (String sort : List.of("updatedAt", "openedAt", "amount", "expectedClose", "closedAt", "title")) {
            for (String direction : List.of("", "-")) {
                List<String> ids = new ArrayList<>();
                String cursor = "";
                do {
                    JsonNode page = http.get("/deals?limit=2&sort=" + direction + sort + "&cursor=" + cursor)
                            .json();
                    page.at("/items").forEach(item -> ids.add(item.at("/id").asString()));
                    cursor = page.at("/next").asString("");
                } while (!cursor.isEmpty());
                assertThat(ids).as(direction + sort).hasSize(9).doesNotHaveDuplicates();
                JsonNode whole = http.get("/deals?limit=50&count=true&sort=" + direction + sort)
                        .json();
                List<String> once = new ArrayList<>();
                whole.at("/items").forEach(item -> once.add(item.at("/id").asString()));
                assertThat(ids).as(direction + sort).isEqualTo(once);
                assertThat(whole.at("/count").asInt()).isEqualTo(9);
            }
        }
    }

    @Test
    void filtersNarrowTheList() {
        UUID product = UUID.fromString(http.post("/products", Map.of("name", "GTX Pro", "unitPrice", "550"))
                .text("/id"));
        http.post(
                "/deals",
                Map.of(
                        "title",
                        "Żółw 100%",
                        "amount",
                        50,
                        "source",
                        "Fair",
                        "products",
                        List.of(Map.of("productId", product, "quantity", "2"))));
        http.post("/deals", Map.of("title", "Other", "amount", 500, "tags", List.of("x", "y")));
        assertThat(titles("q=zolw")).containsExactly("Żółw 100%");
        assertThat(titles("q=100%25")).containsExactly("Żółw 100%");
        assertThat(titles("product=" + product)).containsExactly("Żółw 100%");
        assertThat(titles("source=Fair")).containsExactly("Żółw 100%");
        assertThat(titles("tag=y")).containsExactly("Other");
        assertThat(titles("amountFrom=100")).containsExactly("Other");
        assertThat(titles("status=won")).isEmpty();
        assertThat(titles("owner=none")).isEmpty();
        assertThat(titles("owner=" + place.admin.userId() + "&createdFrom=2020-01-01"))
                .hasSize(2);
        assertThat(titles("asOf=2020-01-01")).isEmpty();
        assertThat(titles("asOf=" + LocalDate.now().plusDays(1) + "&sort=-amount"))
                .containsExactly("Other", "Żółw 100%");
        assertThat(http.get("/deals?asOf=2026-01-01&tag=x").status()).isEqualTo(422);
    }

    private List<String> titles(String parameters) {
        List<String> titles = new ArrayList<>();
        http.get("/deals?" + parameters)
                .json()
                .at("/items")
                .forEach(item -> titles.add(item.at("/title").asString()));
        return titles;
    }

    @Test
    void whoSeesOnlyTheirOwnGetsNothingOfOthersNeitherCardsNorSums() {
        Caller own = place.workspace.user(Role.REPRESENTATIVE, new io.nurt.identity.Visibility(java.util.Set.of()));
        Http other = place.http(port, own);
        String id = http.post("/deals", Map.of("title", "Secret", "amount", 5)).text("/id");
        for (String path : List.of("", "/events", "/path", "/timeline")) {
            assertThat(other.get("/deals/" + id + path).status()).isEqualTo(404);
        }
        assertThat(other.patch("/deals/" + id, Map.of("title", "Mine")).status())
                .isEqualTo(404);
        assertThat(other.post("/deals/" + id + "/move", Map.of("stageId", place.stage(1)))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/deals?count=true").json().at("/count").asInt()).isZero();
        assertThat(other.get("/deals?asOf=2027-01-01").json().at("/items").size())
                .isZero();
        JsonNode column =
                other.get("/pipelines/" + place.pipeline.id() + "/board").json().at("/stages/0");
        assertThat(column.at("/count").asInt()).isZero();
        assertThat(column.at("/total").asString()).isEqualTo("0");
        assertThat(other.post("/deals/bulk", Map.of("ids", List.of(id), "change", Map.of("trash", true)))
                        .json()
                        .at("/changed")
                        .asInt())
                .isZero();
        String mine = other.post("/deals", Map.of("title", "Mine", "amount", 3)).text("/id");
        assertThat(other.get("/pipelines/" + place.pipeline.id() + "/board").text("/stages/0/total"))
                .isEqualTo("3");
        Http.Answer given = other.patch("/deals/" + mine, Map.of("ownerId", place.admin.userId()));
        assertThat(given.status()).isEqualTo(200);
        assertThat(other.get("/deals/" + mine).status()).isEqualTo(404);
        assertThat(other.post("/pipelines", Map.of("name", "Mine")).status()).isEqualTo(403);
    }

    @Test
    void anotherWorkspaceIsAnotherWorld() {
        PipelineFixture.Place elsewhere = fixture.place();
        Http stranger = elsewhere.http(port, elsewhere.admin);
        String id = http.post("/deals", Map.of("title", "Secret")).text("/id");
        assertThat(stranger.get("/deals/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/pipelines/" + place.pipeline.id() + "/board").status())
                .isEqualTo(404);
        assertThat(stranger.post("/deals", Map.of("title", "A", "stageId", place.stage(0)))
                        .status())
                .isEqualTo(422);
        assertThat(stranger.get("/deals").json().at("/items").size()).isZero();
    }

    @Test
    void stagesAreShapedWithoutLosingDeals() {
        String id = http.post("/deals", Map.of("title", "Roof", "stageId", place.stage(1)))
                .text("/id");
        Http.Answer refused = http.post("/stages/" + place.stage(1) + "/archive", Map.of());
        assertThat(refused.code()).isEqualTo("pipeline.stage-has-deals");
        assertThat(refused.json().at("/deals").asInt()).isEqualTo(1);
        assertThat(http.post("/stages/" + place.stage(1) + "/archive", Map.of("moveDealsTo", place.stage(2)))
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/deals/" + id).text("/stageId"))
                .isEqualTo(place.stage(2).toString());
        assertThat(http.post("/stages/" + place.won() + "/archive", Map.of()).code())
                .isEqualTo("pipeline.stage-needed");
        Http.Answer added =
                http.post("/pipelines/" + place.pipeline.id() + "/stages", Map.of("name", "Trial", "probability", 0.7));
        assertThat(added.status()).isEqualTo(201);
        JsonNode pipeline = http.get("/pipelines").json().at("/0");
        assertThat(pipeline.at("/stages").findValuesAsString("kind")).contains("open", "won", "lost");
        List<String> names = new ArrayList<>();
        pipeline.at("/stages").forEach(stage -> names.add(stage.at("/name").asString()));
        assertThat(names).containsExactly("New", "Offer", "Trial", "Won", "Lost");
        assertThat(pipeline.at("/stages/2/probability").isNumber()).isTrue();
        assertThat(http.patch("/stages/" + place.stage(0), Map.of("probability", 3))
                        .text("/errors/0/field"))
                .isEqualTo("probability");
        assertThat(http.patch("/stages/" + place.stage(0), Map.of("name", "Fresh"))
                        .text("/name"))
                .isEqualTo("Fresh");
        assertThat(http.post("/pipelines/" + place.pipeline.id() + "/archive", Map.of())
                        .code())
                .isEqualTo("pipeline.pipeline-has-deals");
    }
}
