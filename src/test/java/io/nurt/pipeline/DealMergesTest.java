package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Deals follow a merged company or contact, and what was recorded before stays as it was. */
@NurtTest
class DealMergesTest {
    @LocalServerPort
    int port;

    @Autowired
    PipelineFixture fixture;

    @Autowired
    HistoryStore history;

    @Autowired
    Catalog catalog;

    private PipelineFixture.Place place;
    private Http http;

    @BeforeEach
    void aPlace() {
        place = fixture.place();
        http = place.http(port, place.admin);
    }

    private String made(String kind, String name) {
        return http.post("/" + kind, Map.of(kind.equals("companies") ? "name" : "lastName", name))
                .text("/id");
    }

    private Http.Answer merge(String kind, String stays, String goes) {
        int version = http.get("/" + kind + "/" + goes).json().path("version").asInt();
        Http.Answer merged =
                http.post("/" + kind + "/" + stays + "/merge", Map.of("otherId", goes, "otherVersion", version));
        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        return merged;
    }

    private void undo(Http.Answer merged) {
        assertThat(http.post(
                                "/undo/"
                                        + merged.raw()
                                                .headers()
                                                .firstValue("Undo-Token")
                                                .orElseThrow(),
                                Map.of())
                        .status())
                .isEqualTo(200);
    }

    private JsonNode deal(Deal deal) {
        return http.get("/deals/" + deal.id()).json();
    }

    @Test
    void dealsOfACompanyFollowItAndComeBackWithIt() {
        String stays = made("companies", "Alfa");
        String goes = made("companies", "Alfa 2");
        Deal open = place.deal("Open", Map.of("companyId", goes, "amount", 100));
        Deal won = place.move(place.deal("Won", Map.of("companyId", goes)), place.won());
        Deal trashed = place.deal("Trashed", Map.of("companyId", goes));
        http.delete("/deals/" + trashed.id());

        Http.Answer merged = merge("companies", stays, goes);

        for (Deal each : List.of(open, won, trashed)) {
            assertThat(deal(each).at("/company/id").asString()).isEqualTo(stays);
            place.checkHistory(each.id(), history, catalog);
        }
        JsonNode last = http.get("/deals/" + open.id() + "/events").json().at("/items/0");
        assertThat(last.path("kind").asString()).isEqualTo("merged");
        place.checkTally();

        http.patch("/deals/" + open.id(), Map.of("amount", "250"));
        undo(merged);

        for (Deal each : List.of(open, won, trashed)) {
            assertThat(deal(each).at("/company/id").asString()).isEqualTo(goes);
            place.checkHistory(each.id(), history, catalog);
        }
        assertThat(deal(open).path("amount").asString()).isEqualTo("250");
        assertThat(deal(won).path("status").asString()).isEqualTo("won");
    }

    @Test
    void theListAsOfAMomentBeforeTheMergeStaysTheSameBytes() throws InterruptedException {
        String stays = made("companies", "Alfa");
        String goes = made("companies", "Alfa 2");
        place.deal("One", Map.of("companyId", goes, "amount", 100));
        place.deal("Two", Map.of("companyId", stays));
        Thread.sleep(5);
        String moment = Instant.now().toString();
        Thread.sleep(5);
        String before = http.get("/deals?asOf=" + moment).raw().body();
        assertThat(before).contains("Alfa 2").contains("One");
        List<String> recorded = events();

        Http.Answer merged = merge("companies", stays, goes);

        assertThat(http.get("/deals?asOf=" + moment).raw().body()).isEqualTo(before);
        assertThat(events()).hasSize(recorded.size() + 1);
        undo(merged);
        assertThat(http.get("/deals?asOf=" + moment).raw().body()).isEqualTo(before);
        assertThat(events()).hasSize(recorded.size() + 2);
    }

    private List<String> events() {
        return place.workspace.inside(() -> fixture.jdbc
                .sql("select kind from nurt.deal_event order by recorded_at, deal_id, seq")
                .query(String.class)
                .list());
    }

    @Test
    void aContactLinkedTwiceIsLinkedOnceAndTwiceAgain() {
        String stays = made("contacts", "Nowak");
        String goes = made("contacts", "Nowakowska");
        Map<String, Object> first = Map.of("contactId", goes, "role", "buyer", "primary", true);
        Deal both =
                place.deal("Both", Map.of("contacts", List.of(first, Map.of("contactId", stays, "primary", false))));
        Deal only = place.deal("Only", Map.of("contacts", List.of(first)));

        Http.Answer merged = merge("contacts", stays, goes);

        assertThat(people(both)).containsExactly(stays + " buyer true");
        assertThat(people(only)).containsExactly(stays + " buyer true");

        String third = made("contacts", "Lis");
        http.patch(
                "/deals/" + only.id(),
                Map.of(
                        "contacts",
                        List.of(
                                Map.of("contactId", third, "primary", true),
                                Map.of("contactId", stays, "primary", false))));
        undo(merged);

        assertThat(people(both)).containsExactly(goes + " buyer true", stays + " null false");
        assertThat(people(only)).containsExactly(third + " null true", goes + " buyer false");
    }

    private List<String> people(Deal deal) {
        return StreamSupport.stream(deal(deal).path("contacts").spliterator(), false)
                .map(link -> (link.has("contact") ? link.at("/contact/id") : link.path("id")).asString() + " "
                        + (link.path("role").isNull()
                                ? "null"
                                : link.path("role").asString()) + " "
                        + link.path("primary").asBoolean())
                .toList();
    }

    @Test
    void openDealsAreCountedWithTheSurvivor() {
        String stays = made("companies", "Alfa");
        String goes = made("companies", "Alfa 2");
        place.deal("One", Map.of("companyId", goes));
        merge("companies", stays, goes);
        assertThat(http.get("/companies/" + stays).json().path("openDeals").asInt())
                .isEqualTo(1);
        assertThat(UUID.fromString(http.get("/companies/" + goes).text("/mergedInto/id")))
                .hasToString(stays);
    }
}
