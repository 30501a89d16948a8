package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Role;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Files about records that are known already, and who may bring them. */
@NurtTest
class ChangedRecordsImportTest {
    private static final String COMPANIES =
            "Account Id,Account Name,Industry,Phone\nA1,Acme Sp. z o.o.,Retail,+48 22 123 45 67\nA2,Beta,Energy,\n";
    private static final String DEALS =
            "Opportunity Id,Opportunity Name,Account Id,Stage,Amount,Owner\n1,Roof,A1,Talks,10,Ewa Lis\n2,Wall,A2,Talks,20,Ewa Lis\n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private ImportPlace place;

    @BeforeEach
    void newPlace() {
        place = new ImportPlace(jdbc, transactions, port);
    }

    private String imported(String companies, String deals) {
        String id = place.draft();
        place.http.patch("/imports/" + id, Map.of("options", Map.of("source", "old-crm")));
        place.upload(id, "accounts.csv", companies);
        place.upload(id, "opportunities.csv", deals);
        return id;
    }

    @Test
    void aLaterFileChangesWhatItSaysOtherwiseAndUndoPutsItBack() {
        place.run(imported(COMPANIES, DEALS));
        Map<String, Long> before = place.counts();
        String second = imported(
                COMPANIES.replace("Energy", "Power") + "A3,Gamma,Energy,\n",
                DEALS.replace("Talks,20", "Won,25") + "3,Gate,A3,Talks,5,Ewa Lis\n");
        JsonNode preview = place.preview(second);
        assertThat(preview.at("/totals/update").asLong()).isEqualTo(2);
        assertThat(preview.at("/totals/create").asLong()).isEqualTo(2);
        assertThat(preview.at("/totals/unchanged").asLong()).isEqualTo(2);

        JsonNode done = place.run(second);

        assertThat(done.path("updated").asLong()).isEqualTo(2);
        assertThat(place.list("select industry from nurt.company where name = 'Beta'", String.class))
                .containsExactly("Power");
        assertThat(place.list(
                        "select status || ' ' || trim_scale(amount) from nurt.deal where title = 'Wall'", String.class))
                .containsExactly("won 25");

        JsonNode undone = place.undo(second);

        assertThat(undone.at("/undo/restored").asInt()).isEqualTo(2);
        assertThat(place.list("select industry from nurt.company where name = 'Beta'", String.class))
                .containsExactly("Energy");
        assertThat(place.list(
                        "select status || ' ' || trim_scale(amount) from nurt.deal where title = 'Wall'", String.class))
                .containsExactly("open 20");
        assertThat(place.counts().get("nurt.company")).isEqualTo(before.get("nurt.company"));
        assertThat(place.counts().get("nurt.deal")).isEqualTo(before.get("nurt.deal"));
        assertThat(place.counts().get("nurt.app_user")).isEqualTo(before.get("nurt.app_user"));
    }

    @Test
    void aFileThatComesAgainIsForetoldToChangeNothingInFieldsOfOnesOwnEither() {
        String companies = "Account Name,Shelf\nAcme,7\nBeta,8\n";
        String first = place.draft();
        place.upload(first, "accounts.csv", companies);
        place.run(first);
        String second = place.draft();
        place.upload(second, "accounts.csv", companies);

        JsonNode preview = place.preview(second);

        assertThat(preview.at("/totals/unchanged").asLong()).isEqualTo(2);
        assertThat(place.run(second).path("unchanged").asLong()).isEqualTo(2);
    }

    @Test
    void undoLeavesWhatSomeoneHasWorkedOnSinceAndSaysSo() {
        place.run(imported(COMPANIES, DEALS));
        String second = imported(COMPANIES.replace("Energy", "Power"), DEALS);
        place.run(second);
        String beta = place.list("select id::text from nurt.company where name = 'Beta'", String.class)
                .get(0);
        assertThat(place.http
                        .patch("/companies/" + beta, Map.of("description", "Called them"))
                        .status())
                .isEqualTo(200);

        JsonNode undone = place.undo(second);

        assertThat(undone.at("/undo/restored").asInt()).isZero();
        assertThat(undone.at("/undo/kept/0/id").asString()).isEqualTo(beta);
        assertThat(undone.at("/undo/kept/0/reason").asString()).isEqualTo("changed");
        assertThat(place.list("select industry from nurt.company where name = 'Beta'", String.class))
                .containsExactly("Power");
    }

    @Test
    void aFileThatSaysNothingNewLeavesWhatPeopleChanged() {
        place.run(imported(COMPANIES, DEALS));
        String roof = place.list("select id::text from nurt.deal where title = 'Roof'", String.class)
                .get(0);
        place.http.patch("/deals/" + roof, Map.of("amount", "99"));

        JsonNode done = place.run(imported(COMPANIES, DEALS));

        assertThat(done.path("unchanged").asLong()).isEqualTo(4);
        assertThat(place.list("select trim_scale(amount)::text from nurt.deal where title = 'Roof'", String.class))
                .containsExactly("99");
    }

    @Test
    void aKnownCompanyIsFoundByItsNameWhateverItsLegalForm() {
        place.http.post("/companies", Map.of("name", "ACME"));

        place.run(imported(COMPANIES, DEALS));

        assertThat(place.count("select count(*) from nurt.company")).isEqualTo(2);
        assertThat(place.list("select industry from nurt.company where name ilike 'acme%'", String.class))
                .containsExactly("Retail");
    }

    @Test
    void onlyThoseWhoMayImportSeeImports() {
        String id = imported(COMPANIES, DEALS);
        place.run(id);
        Http representative = place.http(place.workspace.user(Role.REPRESENTATIVE));
        Http stranger = new ImportPlace(jdbc, transactions, port).http;
        for (String path : List.of("", "/" + id, "/" + id + "/proposals", "/" + id + "/refusals")) {
            assertThat(representative.get("/imports" + path).status()).isEqualTo(403);
        }
        for (String path :
                List.of("/" + id, "/" + id + "/proposals", "/" + id + "/refusals", "/" + id + "/refusals.csv")) {
            assertThat(stranger.get("/imports" + path).status()).as(path).isEqualTo(404);
        }
        for (String act : List.of("run", "cancel", "undo", "repeat", "preview")) {
            assertThat(stranger.post("/imports/" + id + "/" + act, Map.of()).status())
                    .as(act)
                    .isEqualTo(404);
            assertThat(representative
                            .post("/imports/" + id + "/" + act, Map.of())
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(stranger.get("/imports").json().path("items")).isEmpty();
        assertThat(place.http.get("/imports").json().path("items")).hasSize(1);
    }

    @Test
    void aRunningImportIsCancelledAndGoesOn() {
        String id = imported(COMPANIES, DEALS);
        assertThat(place.http.post("/imports/" + id + "/cancel", Map.of()).text("/status"))
                .isEqualTo("cancelled");

        assertThat(place.run(id).path("created").asLong()).isEqualTo(4);

        assertThat(place.http.post("/imports/" + id + "/cancel", Map.of()).code())
                .isEqualTo("exchange.not-now");
        assertThat(place.http.patch("/imports/" + id, Map.of("name", "Other")).code())
                .isEqualTo("exchange.not-a-draft");
    }
}
