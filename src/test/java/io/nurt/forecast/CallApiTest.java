package io.nurt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.platform.RecurringJob;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A team of a manager and two representatives, and a third beside it. */
@NurtTest
class CallApiTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<RecurringJob> recurring;

    private Company company;
    private Http admin;
    private Http manager;
    private Http bo;
    private Http cy;
    private Http di;
    private String team;

    private static String me(Http http) {
        return http.get("/me").text("/user/id");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Warsaw")).toString();
    }

    @BeforeEach
    void aCompany() {
        company = companies.make(port);
        admin = company.administrator();
        manager = company.join(admin, "manager");
        bo = company.join(admin, "representative");
        cy = company.join(admin, "representative");
        di = company.join(admin, "representative");
        team = admin.post(
                        "/teams",
                        Map.of("name", "East", "managerId", me(manager), "memberIds", List.of(me(bo), me(cy))))
                .text("/id");
    }

    private String deal(Http owner, String amount, String category) {
        Http.Answer made = admin.post(
                "/deals",
                Map.of("title", "Deal of " + amount, "amount", amount, "ownerId", me(owner), "expectedClose", today()));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        if (!category.isEmpty()) {
            admin.patch("/deals/" + made.text("/id"), Map.of("category", category));
        }
        return made.text("/id");
    }

    private void win(String deal) {
        for (JsonNode pipeline : admin.get("/pipelines").json()) {
            for (JsonNode stage : pipeline.get("stages")) {
                if (stage.get("kind").asString().equals("won")) {
                    admin.post(
                            "/deals/" + deal + "/move",
                            Map.of("stageId", stage.get("id").asString()));
                    return;
                }
            }
        }
    }

    private static Http.Answer says(Http who, String subject, String id, String kind, String amount, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("subject", subject, "id", id, "kind", kind, "amount", amount));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return who.post("/forecast/submissions", body);
    }

    private static JsonNode row(Http who, String query, String kind, String id) {
        for (JsonNode row : who.get("/forecast/call" + query).json().get("rows")) {
            if (row.get("kind").asString().equals(kind)
                    && row.path("id").asString("").equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + kind);
    }

    private static List<String> kinds(Http who) {
        List<String> kinds = new ArrayList<>();
        who.get("/forecast/call")
                .json()
                .get("rows")
                .forEach(row -> kinds.add(row.get("kind").asString()));
        return kinds;
    }

    @Test
    void theTableOfATeamHasItsRowAndThoseBelowOnly() {
        deal(bo, "400", "");
        deal(di, "900", "");
        JsonNode all = admin.get("/forecast/call").json();
        assertThat(all.at("/teams/0/id").asString()).isEqualTo(team);
        JsonNode east = admin.get("/forecast/call?team=" + team).json();
        List<String> rows = new ArrayList<>();
        east.get("rows")
                .forEach(row ->
                        rows.add(row.get("depth").asInt() + " " + row.path("id").asString("")));
        assertThat(rows).contains("0 " + team, "1 " + me(bo)).doesNotContain("1 " + me(di));
        assertThat(rows.get(0)).isEqualTo("0 " + team);
        assertThat(east.at("/rows/0/open").asString()).isEqualTo("400");
        assertThat(east.at("/rows/0/parent").isNull()).isTrue();
        assertThat(east.at("/teams/0/id").asString())
                .as("one can go to another")
                .isEqualTo(team);
        assertThat(admin.get("/forecast/call.csv?team=" + team).raw().body()).contains("East");
        assertThat(admin.get("/forecast/call?team=" + me(bo)).code()).isEqualTo("forecast.subject-unknown");
    }

    @Test
    void theTargetOfAQuarterIsTheSumOfItsQuotasForThoseWhoSeeEveryone() {
        List<Map<String, String>> quotas = List.of(
                Map.of("kind", "user", "id", me(bo), "amount", "4000"),
                Map.of("kind", "user", "id", me(di), "amount", "500.50"));
        admin.send("PUT", "/forecast/quotas", Map.of("quotas", quotas));
        JsonNode targets = admin.get("/forecast/targets").json();
        assertThat(targets.size()).isEqualTo(1);
        assertThat(targets.at("/0/amount").asString()).isEqualTo("4500.5");
        assertThat(targets.at("/0/quarter").asString())
                .isEqualTo(admin.get("/forecast/call").text("/period"));
        assertThat(bo.get("/forecast/targets").json().size()).isZero();
    }

    @Test
    void aTeamOfWhichSomebodyIsHiddenIsNotShownAlone() {
        assertThat(bo.get("/forecast/call").json().get("teams").size()).isZero();
        assertThat(bo.get("/forecast/call?team=" + team).code()).isEqualTo("forecast.subject-unknown");
    }

    @Test
    void theFourNumbersAreRolledUpTheTeam() {
        win(deal(bo, "1000", ""));
        deal(bo, "400", "commit");
        deal(cy, "200", "omitted");
        assertThat(says(bo, "user", me(bo), "commit", "1500", "").status()).isEqualTo(201);
        assertThat(says(manager, "user", me(bo), "call", "1200", "The buyer is on leave")
                        .status())
                .isEqualTo(201);
        assertThat(admin.send(
                                "PUT",
                                "/forecast/quotas",
                                Map.of("quotas", List.of(Map.of("kind", "user", "id", me(bo), "amount", "4000"))))
                        .status())
                .isEqualTo(200);

        JsonNode person = row(manager, "", "user", me(bo));
        assertThat(person.get("won").asString()).isEqualTo("1000");
        assertThat(person.get("open").asString()).isEqualTo("400");
        assertThat(person.at("/categories/commit/amount").asString()).isEqualTo("400");
        assertThat(person.at("/categories/commit/derived").asString()).isEqualTo("0");
        assertThat(person.get("attainment").asDouble()).isEqualTo(0.25);
        assertThat(person.get("commitAttainment").asDouble()).isEqualTo(0.35);
        JsonNode east = row(manager, "", "team", team);
        assertThat(east.at("/commit/amount").asString()).isEqualTo("1500");
        assertThat(east.at("/call/amount").asString()).isEqualTo("1200");
        assertThat(east.at("/quota/amount").asString()).isEqualTo("4000");
        assertThat(east.at("/categories/omitted/amount").asString()).isEqualTo("200");
        double weighted = Double.parseDouble(east.get("weighted").asString());
        assertThat(Double.parseDouble(east.get("stageWeighted").asString())).isEqualTo(1000 + weighted);

        JsonNode deals = manager.get("/forecast/call/deals?kind=team&id=" + team + "&of=commit")
                .json();
        assertThat(deals.get("deals").size()).isEqualTo(1);
        assertThat(deals.at("/deals/0/derived").asBoolean()).isFalse();
    }

    @Test
    void eachSeesAndSaysOnlyWhatIsTheirs() {
        deal(bo, "400", "");
        deal(di, "300", "");
        assertThat(kinds(bo)).containsExactly("user");
        assertThat(kinds(manager)).contains("team", "user").doesNotContain("workspace");
        assertThat(kinds(admin)).startsWith("workspace");
        assertThat(manager.get("/forecast/call").raw().body()).doesNotContain(me(di));

        assertThat(says(bo, "user", me(cy), "commit", "1", "x").status()).isEqualTo(404);
        assertThat(says(bo, "user", me(bo), "call", "1", "x").code()).isEqualTo("forecast.not-yours-to-lead");
        assertThat(says(manager, "user", me(di), "call", "1", "x").status()).isEqualTo(404);
        assertThat(bo.send(
                                "PUT",
                                "/forecast/quotas",
                                Map.of("quotas", List.of(Map.of("kind", "user", "id", me(bo), "amount", "1"))))
                        .code())
                .isEqualTo("forecast.not-yours-to-lead");
        Http reader = company.join(admin, "stakeholder");
        assertThat(kinds(reader)).startsWith("workspace");
        assertThat(says(reader, "workspace", company.id().toString(), "call", "1", "x")
                        .status())
                .isEqualTo(403);
        assertThat(di.get("/forecast/submissions?subject=user&id=" + me(bo)).status())
                .isEqualTo(404);
        assertThat(di.get("/forecast/call/deals?kind=user&id=" + me(bo))
                        .json()
                        .get("deals")
                        .size())
                .isZero();
    }

    @Test
    void replacingSomebodyElsesNumberNeedsAReasonAndAllIsKept() {
        says(bo, "user", me(bo), "commit", "1500", "");
        assertThat(says(bo, "user", me(bo), "commit", "1600", "").status()).isEqualTo(201);
        assertThat(says(manager, "user", me(bo), "call", "1200", " ").code()).isEqualTo("forecast.reason-missing");
        assertThat(says(manager, "user", me(bo), "call", "1600", "").status()).isEqualTo(201);
        assertThat(says(admin, "user", me(bo), "call", "900", "Budget was cut").status())
                .isEqualTo(201);
        assertThat(says(manager, "team", team, "commit", "900", "x").code()).isEqualTo("forecast.commit-of-team");

        JsonNode said =
                bo.get("/forecast/submissions?subject=user&id=" + me(bo)).json();
        assertThat(said.size()).isEqualTo(4);
        assertThat(said.at("/0/reason").asString()).isEqualTo("Budget was cut");
        assertThat(said.at("/0/base/amount").asString()).isEqualTo("1600");
        assertThat(said.at("/0/base/kind").asString()).isEqualTo("call");
        assertThat(said.at("/3/amount").asString()).isEqualTo("1500");
    }

    @Test
    void whatWasSaidIsNeitherChangedNorDeleted() {
        says(bo, "user", me(bo), "commit", "1500", "");
        for (String act :
                List.of("update nurt.forecast_submission set amount = 1", "delete from nurt.forecast_submission")) {
            assertThatThrownBy(() -> inside(act)).hasMessageContaining("neither changed nor deleted");
        }
        inside("set local nurt.erasing = 'on'; delete from nurt.forecast_submission");
        assertThat(bo.get("/forecast/submissions?subject=user&id=" + me(bo))
                        .json()
                        .size())
                .isZero();
    }

    private void inside(String sql) {
        WorkspaceScope.run(
                company.id(),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    @Test
    void theTableOfAWeekStaysAsItStoodAndSaysWhatCame() {
        win(deal(bo, "1000", ""));
        says(bo, "user", me(bo), "commit", "1500", "");
        RecurringJob job = recurring.stream()
                .filter(one -> one.name().equals("forecast-call-snapshot"))
                .findFirst()
                .orElseThrow();
        job.run();
        job.run();
        assertThat(admin.get("/forecast/call/weeks").json().size()).isEqualTo(1);
        win(deal(bo, "250", ""));
        says(bo, "user", me(bo), "commit", "2000", "");

        JsonNode kept = row(bo, "?asOf=" + today(), "user", me(bo));
        assertThat(kept.get("won").asString()).isEqualTo("1000");
        assertThat(kept.at("/commit/amount").asString()).isEqualTo("1500");
        assertThat(kept.get("came").asString()).isEqualTo("1250");
        assertThat(row(admin, "?asOf=" + today(), "workspace", company.id().toString())
                        .get("came")
                        .asString())
                .isEqualTo("1250");
        assertThat(bo.get("/forecast/call?asOf=" + today()).raw().body()).doesNotContain(me(cy));
        assertThat(bo.get("/forecast/call?asOf=2020-01-06").code()).isEqualTo("forecast.no-snapshot");
    }

    @Test
    void howManyDealsOfAKeptWeekLackedACloseDateIsToldOnlyToThoseWhoSeeAllDeals() {
        admin.post("/deals", Map.of("title", "Some day", "amount", "100", "ownerId", me(cy)));
        recurring.stream()
                .filter(one -> one.name().equals("forecast-call-snapshot"))
                .forEach(RecurringJob::run);
        assertThat(admin.get("/forecast/call?asOf=" + today()).text("/withoutCloseDate"))
                .isEqualTo("1");
        assertThat(bo.get("/forecast/call?asOf=" + today()).text("/withoutCloseDate"))
                .isEqualTo("0");
    }

    @Test
    void theNewestSimulationGivesTheRangeOfWhomItCounted() {
        win(deal(bo, "1000", ""));
        String quarter = admin.get("/forecast/call").text("/period");
        String amounts = "[{\"label\": \"" + quarter
                + "\", \"p10\": \"900\", \"p50\": \"2000\", \"p90\": \"3000\", \"mean\": \"2100\"}]";
        inside(
                "insert into nurt.forecast_snapshot (id, as_of, weekly, futures, shock, body) values (gen_random_uuid(), now(), true,"
                        + " 1000, 0.3, cast('{\"measures\": [{\"measure\": \"booked\", \"quarters\": " + amounts
                        + ", \"months\": []}], \"groups\": [{\"kind\": \"owner\", \"id\": \"" + me(bo)
                        + "\", \"measure\": \"booked\", \"quarters\": " + amounts + "}]}' as jsonb))");
        assertThat(admin.get("/forecast/call").text("/basis")).isEqualTo("simulation");
        JsonNode model = row(admin, "", "user", me(bo)).get("model");
        assertThat(model.get("p10").asString()).isEqualTo("1000");
        assertThat(model.get("p90").asString()).isEqualTo("3000");
        assertThat(row(admin, "", "workspace", company.id().toString())
                        .at("/model/p50")
                        .asString())
                .isEqualTo("2000");
        assertThat(row(admin, "", "user", me(cy)).get("model").isNull()).isTrue();
    }

    @Test
    void theTableIsAFileForASpreadsheet() {
        deal(bo, "400", "commit");
        Http.Answer file = admin.get("/forecast/call.csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains(".csv");
        assertThat(file.raw().body())
                .startsWith("\uFEFFLevel,")
                .contains("Team,East")
                .contains(",400,");
        assertThat(company.join(admin, "stakeholder").get("/forecast/call.csv").status())
                .isEqualTo(403);
    }

    @Test
    void theFileOpensInAPolishSpreadsheet() {
        deal(bo, "400.50", "commit");
        admin.patch("/me", Map.of("language", "pl"));
        assertThat(admin.get("/forecast/call.csv").raw().body())
                .startsWith("\uFEFFPoziom;")
                .contains(";400,5;");
    }
}
