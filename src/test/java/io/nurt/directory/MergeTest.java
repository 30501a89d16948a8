package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two records that are one become one, and two again when that was wrong. */
@NurtTest
class MergeTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private Company company;
    private Http admin;

    @BeforeEach
    void aWorkspace() {
        company = companies.make(port);
        admin = company.administrator();
    }

    private String made(String kind, Map<String, ?> fields) {
        Http.Answer made = admin.post("/" + kind, fields);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    private Http.Answer merge(String kind, String id, String other, Map<String, String> choices) {
        int version = admin.get("/" + kind + "/" + other).json().path("version").asInt();
        return admin.post(
                "/" + kind + "/" + id + "/merge",
                Map.of("otherId", other, "otherVersion", version, "choices", choices));
    }

    private JsonNode read(String kind, String id) {
        return admin.get("/" + kind + "/" + id).json();
    }

    private void undo(Http.Answer answer) {
        Http.Answer undone = admin.post(
                "/undo/" + answer.raw().headers().firstValue("Undo-Token").orElseThrow(), Map.of());
        assertThat(undone.status()).as(undone.raw().body()).isEqualTo(200);
    }

    private List<String> kinds(String kind, String id) {
        return StreamSupport.stream(
                        admin.get("/" + kind + "/" + id + "/timeline")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("kind").asString())
                .toList();
    }

    @Test
    void theSurvivorHasTheChosenFieldsWhatItLackedAndAllWaysToReachIt() {
        String stays = made(
                "companies",
                Map.of(
                        "name",
                        "Alfa",
                        "industry",
                        "Energy",
                        "tags",
                        List.of("old"),
                        "emails",
                        List.of(Map.of("value", "Biuro@alfa.pl"))));
        String goes = made(
                "companies",
                Map.of(
                        "name", "ALFA Sp. z o.o.",
                        "industry", "Mining",
                        "website", "https://alfa.pl",
                        "annualRevenue", "1200000.50",
                        "tags", List.of("key", "old"),
                        "emails", List.of(Map.of("value", "biuro@ALFA.pl"), Map.of("value", "sklep@alfa.pl"))));

        Http.Answer merged = merge("companies", stays, goes, Map.of("name", "other", "emails", "other"));

        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        assertThat(merged.text("/name")).isEqualTo("ALFA Sp. z o.o.");
        assertThat(merged.text("/industry")).isEqualTo("Energy");
        assertThat(merged.text("/website")).isEqualTo("https://alfa.pl");
        assertThat(merged.text("/annualRevenue")).isEqualTo("1200000.5");
        assertThat(merged.json().path("tags").toString()).isEqualTo("[\"old\",\"key\"]");
        assertThat(merged.json().path("emails"))
                .extracting(email -> email.path("value").asString())
                .containsExactly("biuro@ALFA.pl", "sklep@alfa.pl");
        assertThat(kinds("companies", stays)).first().isEqualTo("merged");
    }

    @Test
    void theRecordThatGoesLeadsToTheOneThatStays() {
        String stays = made("companies", Map.of("name", "Alfa"));
        String goes = made("companies", Map.of("name", "Alfa 2"));

        merge("companies", stays, goes, Map.of());

        JsonNode gone = read("companies", goes);
        assertThat(gone.at("/mergedInto/id").asString()).isEqualTo(stays);
        assertThat(gone.at("/mergedInto/name").asString()).isEqualTo("Alfa");
        assertThat(gone.path("deletedAt").isNull()).isFalse();
        assertThat(admin.get("/companies").json().path("items")).hasSize(1);
        JsonNode told = admin.get("/companies/" + goes + "/timeline").json().at("/items/0");
        assertThat(told.path("kind").asString()).isEqualTo("merged");
        assertThat(told.at("/changes/mergedInto/1/name").asString()).isEqualTo("Alfa");
    }

    @Test
    void peopleCompaniesBelowAndNotesFollowAndOneUndoGivesAllBack() {
        String stays = made("companies", Map.of("name", "Alfa"));
        String goes = made("companies", Map.of("name", "Alfa 2", "industry", "Mining"));
        String person = made("contacts", Map.of("lastName", "Nowak", "companyId", goes));
        String below = made("companies", Map.of("name", "Alfa Serwis", "parentId", goes));
        admin.post("/notes", Map.of("recordKind", "company", "recordId", goes, "body", "Call in May"));

        Http.Answer merged = merge("companies", stays, goes, Map.of());

        assertThat(read("contacts", person).at("/company/id").asString()).isEqualTo(stays);
        assertThat(read("companies", below).at("/parent/id").asString()).isEqualTo(stays);
        assertThat(kinds("companies", stays)).containsExactly("merged", "note", "created");

        admin.post("/notes", Map.of("recordKind", "company", "recordId", stays, "body", "Written later"));
        undo(merged);

        assertThat(read("contacts", person).at("/company/id").asString()).isEqualTo(goes);
        assertThat(read("companies", below).at("/parent/id").asString()).isEqualTo(goes);
        assertThat(read("companies", stays).path("industry").isNull()).isTrue();
        assertThat(read("companies", goes).path("deletedAt").isNull()).isTrue();
        assertThat(read("companies", goes).path("mergedInto").isNull()).isTrue();
        assertThat(kinds("companies", goes)).containsExactly("unmerged", "merged", "note", "created");
        assertThat(kinds("companies", stays)).containsExactly("unmerged", "note", "merged", "created");
    }

    @Test
    void whatWasChangedSinceStaysWithTheSurvivorWhenTheMergeIsTakenBack() {
        String stays = made("contacts", Map.of("lastName", "Nowak"));
        String goes = made("contacts", Map.of("lastName", "Nowak", "jobTitle", "Buyer", "source", "Fair"));
        Http.Answer merged = merge("contacts", stays, goes, Map.of());
        admin.patch("/contacts/" + stays, Map.of("jobTitle", "Head of purchasing"));

        undo(merged);

        assertThat(read("contacts", stays).path("jobTitle").asString()).isEqualTo("Head of purchasing");
        assertThat(read("contacts", stays).path("source").isNull()).isTrue();
        assertThat(read("contacts", goes).path("jobTitle").asString()).isEqualTo("Buyer");
    }

    @Test
    void restoringTheRecordThatWentTakesTheMergeBack() {
        String stays = made("contacts", Map.of("firstName", "Ewa", "lastName", "Nowak"));
        String goes = made("contacts", Map.of("lastName", "Nowakowa"));
        merge("contacts", stays, goes, Map.of("name", "other"));
        assertThat(read("contacts", stays).path("firstName").isNull()).isTrue();

        Http.Answer restored = admin.post("/contacts/" + goes + "/restore", Map.of());

        assertThat(restored.status()).as(restored.raw().body()).isEqualTo(200);
        assertThat(restored.json().path("deletedAt").isNull()).isTrue();
        assertThat(read("contacts", stays).path("name").asString()).isEqualTo("Ewa Nowak");
    }

    @Test
    void aCompanyNeverEndsUpBelowItself() {
        String top = made("companies", Map.of("name", "Top"));
        String goes = made("companies", Map.of("name", "Alfa 2", "parentId", top));
        String between = made("companies", Map.of("name", "Between", "parentId", goes));
        String stays = made("companies", Map.of("name", "Alfa", "parentId", between));

        assertThat(merge("companies", stays, goes, Map.of())
                        .json()
                        .path("parentId")
                        .isNull())
                .isTrue();
        assertThat(read("companies", between).at("/parent/id").asString()).isEqualTo(stays);
    }

    @Test
    void whatCannotBeMergedIsRefusedWithItsReason() {
        String stays = made("companies", Map.of("name", "Alfa"));
        String goes = made("companies", Map.of("name", "Alfa 2"));
        assertThat(merge("companies", stays, stays, Map.of()).text("/code")).isEqualTo("directory.merge-with-itself");
        assertThat(merge("companies", stays, goes, Map.of("nonsense", "this")).status())
                .isEqualTo(422);
        assertThat(merge("companies", stays, goes, Map.of("name", "both")).status())
                .isEqualTo(422);
        assertThat(admin.post("/companies/" + stays + "/merge", Map.of("otherId", goes))
                        .status())
                .isEqualTo(422);
        Http.Answer stale = admin.post("/companies/" + stays + "/merge", Map.of("otherId", goes, "otherVersion", 7));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(admin.with("If-Match", "\"v9\"")
                        .post("/companies/" + stays + "/merge", Map.of("otherId", goes, "otherVersion", 1))
                        .status())
                .isEqualTo(412);
        admin.post("/companies/" + goes + "/archive", Map.of());
        assertThat(merge("companies", stays, goes, Map.of()).text("/code")).isEqualTo("directory.merge-not-active");
        admin.delete("/companies/" + goes);
        assertThat(merge("companies", stays, goes, Map.of()).text("/code")).isEqualTo("directory.merge-not-active");
        assertThat(kinds("companies", stays)).containsExactly("created");
    }

    @Test
    void onlyWhoSeesBothAndMayWriteMerges() {
        String stays = made("companies", Map.of("name", "Alfa"));
        String goes = made("companies", Map.of("name", "Alfa 2"));
        Map<String, ?> body = Map.of("otherId", goes, "otherVersion", 1);
        assertThat(company.join(admin, "stakeholder")
                        .post("/companies/" + stays + "/merge", body)
                        .status())
                .isEqualTo(403);
        Http stranger = companies.make(port).administrator();
        assertThat(stranger.post("/companies/" + stays + "/merge", body).status())
                .isEqualTo(404);
        String theirs = stranger.post("/companies", Map.of("name", "Alfa")).text("/id");
        assertThat(stranger.post("/companies/" + theirs + "/merge", body).status())
                .isEqualTo(404);
        assertThat(read("companies", goes).path("deletedAt").isNull()).isTrue();
    }
}
