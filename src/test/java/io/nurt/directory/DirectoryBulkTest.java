package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many records are changed in one act and taken back in one. */
@NurtTest
class DirectoryBulkTest {
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

    private String made(String name, String... tags) {
        return admin.post("/companies", Map.of("name", name, "tags", List.of(tags)))
                .text("/id");
    }

    private Http.Answer change(List<String> ids, Map<String, ?> change) {
        return admin.post("/companies/bulk", Map.of("ids", ids, "change", change));
    }

    @Test
    void tagsAreAddedAndTakenAwayAndOneUndoGivesThemBack() {
        String first = made("Alfa", "old", "kept");
        String second = made("Beta");

        Http.Answer answer =
                change(List.of(first, second), Map.of("tagsAdd", List.of("new"), "tagsRemove", List.of("old")));

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.json().path("changed").asInt()).isEqualTo(2);
        assertThat(tags(first)).isEqualTo("[\"kept\",\"new\"]");
        assertThat(admin.post("/undo/" + answer.text("/undoToken"), Map.of())
                        .json()
                        .path("restored")
                        .asInt())
                .isEqualTo(2);
        assertThat(tags(first)).isEqualTo("[\"old\",\"kept\"]");
        assertThat(tags(second)).isEqualTo("[]");
    }

    private String tags(String id) {
        return admin.get("/companies/" + id).json().path("tags").toString();
    }

    @Test
    void whatSomebodyChangedSinceStaysWhenTheRestIsTakenBack() {
        String first = made("Alfa");
        String second = made("Beta");
        Http.Answer answer = change(List.of(first, second), Map.of("industry", "Energy"));
        admin.patch("/companies/" + first, Map.of("industry", "Mining"));

        Http.Answer undone = admin.post("/undo/" + answer.text("/undoToken"), Map.of());

        assertThat(undone.json().path("restored").asInt()).isEqualTo(1);
        assertThat(admin.get("/companies/" + first).text("/industry")).isEqualTo("Mining");
        assertThat(admin.get("/companies/" + second).json().path("industry").isNull())
                .isTrue();
    }

    @Test
    void recordsThatCannotBeChangedAreNamedWithTheReasonAndTheOthersAreChanged() {
        String fine = made("Alfa");
        String trashed = made("Beta");
        admin.delete("/companies/" + trashed);
        String gone = UUID.randomUUID().toString();

        Http.Answer answer = change(List.of(fine, trashed, gone), Map.of("industry", "Energy"));

        assertThat(answer.json().path("changed").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused"))
                .extracting(one -> one.path("name").asString() + " "
                        + one.at("/problem/code").asString())
                .containsExactlyInAnyOrder("Beta directory.in-trash", " common.not-found");
    }

    @Test
    void contactsGoToTheTrashAndComeBackTogether() {
        String first = admin.post("/contacts", Map.of("lastName", "Nowak")).text("/id");
        String second = admin.post("/contacts", Map.of("lastName", "Lis")).text("/id");

        Http.Answer answer =
                admin.post("/contacts/bulk", Map.of("ids", List.of(first, second), "change", Map.of("trash", true)));

        assertThat(admin.get("/contacts").json().path("items")).isEmpty();
        admin.post("/undo/" + answer.text("/undoToken"), Map.of());
        assertThat(admin.get("/contacts").json().path("items")).hasSize(2);
    }

    @Test
    void whoMayNotWriteOrDoesNotSeeChangesNothing() {
        String alfa = made("Alfa");
        Map<String, ?> body = Map.of("ids", List.of(alfa), "change", Map.of("industry", "Energy"));
        assertThat(company.join(admin, "stakeholder")
                        .post("/companies/bulk", body)
                        .status())
                .isEqualTo(403);
        Http.Answer stranger = companies.make(port).administrator().post("/companies/bulk", body);
        assertThat(stranger.json().path("changed").asInt()).isZero();
        assertThat(stranger.json().at("/refused/0/name").asString()).isEmpty();
        assertThat(admin.get("/companies/" + alfa).json().path("industry").isNull())
                .isTrue();
        assertThat(change(List.of(alfa), Map.of()).status()).isEqualTo(422);
        assertThat(change(List.of(), Map.of("industry", "x")).status()).isEqualTo(422);
    }
}
