package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@NurtTest
class FinanceApiTest {
    private static final String FILE = "Number;Company;Amount;Currency;Issued;Due;Paid on;Paid amount\n"
            + "F1;Młyn;1000,00;PLN;2026-01-02;2026-01-16;2026-01-20;400,00\n"
            + "F1;Młyn;1000,00;PLN;2026-01-02;2026-01-16;2026-02-20;600,00\n"
            + "=F2;młyn;500,50;EUR;03.02.2026;17.02.2026;;\n"
            + "F3;Nowhere;10,00;PLN;2026-01-02;2026-01-16;;\n"
            + "F4;Młyn;10,00;PLN;2026-01-02;2026-01-16;2026-01-20;11,00\n";

    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
    private Company company;
    private Http http;
    private String payer = "";

    @BeforeEach
    void aWorkspaceWithACustomer() {
        company = companies.make(port);
        http = company.administrator();
        payer = http.post("/companies", Map.of("name", "Młyn")).text("/id");
    }

    private Map<String, Object> body(String number, LocalDate due) {
        return Map.of(
                "number",
                number,
                "companyId",
                payer,
                "amount",
                "100.10",
                "issuedOn",
                due.minusDays(14).toString(),
                "dueOn",
                due.toString());
    }

    private Http.Answer bring() {
        return http.upload("/forecast/invoices/import", "invoices.csv", FILE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInvoiceIsLateUntilItIsPaidInFull() {
        Http.Answer made = http.post("/forecast/invoices", body("1", today.minusDays(3)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/amount")).isEqualTo("100.1");
        assertThat(made.text("/status")).isEqualTo("late");
        assertThat(made.json().at("/daysLate").asInt()).isEqualTo(3);
        String receipts = "/forecast/invoices/" + made.text("/id") + "/receipts";
        Http.Answer part = http.post(receipts, Map.of("amount", "60.10", "receivedOn", today.toString()));
        assertThat(part.text("/open")).isEqualTo("40");
        assertThat(part.text("/status")).isEqualTo("late");
        Http.Answer rest = http.post(receipts, Map.of("amount", "40", "receivedOn", today.toString()));
        assertThat(rest.text("/status")).isEqualTo("paid");
        assertThat(http.post("/undo/" + rest.header("Undo-Token"), Map.of()).status())
                .isEqualTo(200);
        assertThat(http.get("/forecast/invoices/" + made.text("/id")).text("/status"))
                .isEqualTo("late");
    }

    @Test
    void receivablesSayHowMuchIsLateAndWhenItIsForeseenToCome() {
        http.post("/forecast/invoices", body("1", today.minusDays(40)));
        http.post("/forecast/invoices", body("2", today.plusDays(10)));
        Http.Answer owed = http.get("/forecast/receivables");
        assertThat(owed.text("/total")).isEqualTo("200.2");
        assertThat(owed.text("/late")).isEqualTo("100.1");
        assertThat(owed.json().at("/ageing/2/count").asInt()).isEqualTo(1);
        assertThat(LocalDate.parse(owed.text("/items/0/expected/early"))).isAfter(today);
        assertThat(LocalDate.parse(owed.text("/items/0/expected/likely")))
                .isAfterOrEqualTo(LocalDate.parse(owed.text("/items/0/expected/early")));
    }

    @Test
    void eachSumOfTheAgeingListsTheInvoicesBehindIt() {
        for (int late : List.of(-10, 0, 1, 30, 31, 60, 61, 90, 91, 400)) {
            http.post("/forecast/invoices", body(late + " days", today.minusDays(late)));
        }
        http.get("/forecast/receivables").json().at("/ageing").forEach(sum -> {
            String bucket = "?status=" + sum.path("bucket").asString();
            JsonNode listed = http.get("/forecast/receivables" + bucket).json().at("/items");
            assertThat(listed).as(bucket).hasSize(2);
            assertThat(sum.path("count").asInt()).as(bucket).isEqualTo(2);
            assertThat(http.get("/forecast/invoices.csv" + bucket).raw().body())
                    .as(bucket)
                    .contains(
                            listed.at("/0/number").asString(),
                            listed.at("/1/number").asString());
        });
        assertThat(http.get("/forecast/receivables?status=60").text("/items/0/number"))
                .isEqualTo("60 days");
        assertThat(http.get("/forecast/receivables?status=45").status()).isEqualTo(422);
    }

    @Test
    void aChangeOfAnInvoiceThatSomeoneElseChangedIsRefused() {
        String path = "/forecast/invoices/"
                + http.post("/forecast/invoices", body("1", today)).text("/id");
        Http.Answer changed = http.with("If-Match", "\"v1\"").patch(path, Map.of("amount", "90"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(http.with("If-Match", "\"v1\"")
                        .patch(path, Map.of("amount", "80"))
                        .status())
                .isEqualTo(412);
        assertThat(http.post("/undo/" + changed.header("Undo-Token"), Map.of()).status())
                .isEqualTo(200);
        assertThat(http.get(path).text("/amount")).isEqualTo("100.1");
        assertThat(http.post("/undo/" + changed.header("Undo-Token"), Map.of()).code())
                .isEqualTo("forecast.undo-overtaken");
    }

    @Test
    void aNumberIsGivenOnce() {
        http.post("/forecast/invoices", body("1", today));
        assertThat(http.post("/forecast/invoices", body("1", today)).code()).isEqualTo("forecast.number-taken");
        String other = http.post("/forecast/invoices", body("2", today)).text("/id");
        assertThat(http.patch("/forecast/invoices/" + other, Map.of("number", "1"))
                        .code())
                .isEqualTo("forecast.number-taken");
    }

    @Test
    void aFileIsTakenLineByLineAndASecondTimeChangesNothing() {
        Http.Answer first = bring();
        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.json().at("/added").asInt()).isEqualTo(2);
        assertThat(first.json().at("/receipts").asInt()).isEqualTo(2);
        assertThat(first.json().at("/refusedRows").asInt()).isEqualTo(2);
        assertThat(first.json().at("/refused/0/line").asInt()).isEqualTo(5);
        assertThat(first.text("/refused/0/reason")).contains("Nowhere");
        assertThat(first.text("/refused/1/number")).isEqualTo("F4");
        Http.Answer second = bring();
        assertThat(second.json().at("/added").asInt()).isZero();
        assertThat(second.json().at("/receipts").asInt()).isZero();
        assertThat(second.json().at("/unchanged").asInt()).isEqualTo(3);
        assertThat(http.get("/forecast/invoices").json().at("/items")).hasSize(2);
        assertThat(http.get("/forecast/invoices?status=paid").text("/items/0/number"))
                .isEqualTo("F1");
    }

    @Test
    void anExportIsHarmlessToSpreadsheetsAndReadAgainByTheImport() {
        bring();
        String csv = http.get("/forecast/invoices.csv").raw().body();
        assertThat(csv).contains("'=F2").doesNotContain("\n=F2");
        Http.Answer again = http.upload("/forecast/invoices/import", "again.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(again.json().at("/unchanged").asInt()).isEqualTo(3);
        assertThat(again.json().at("/refusedRows").asInt()).isZero();
    }

    @Test
    void theListGoesOnWhereAPageEnded() {
        for (int i = 0; i < 5; i++) {
            http.post("/forecast/invoices", body("n" + i, today.minusDays(i / 2)));
        }
        for (String status : Set.of("all", "open")) {
            Set<String> seen = new HashSet<>();
            String next = "";
            do {
                Http.Answer page = http.get(
                        "/forecast/invoices?limit=2&status=" + status + (next.isEmpty() ? "" : "&cursor=" + next));
                page.json()
                        .at("/items")
                        .forEach(item -> assertThat(seen.add(item.path("number").asString()))
                                .isTrue());
                next = page.text("/next");
            } while (!next.isEmpty());
            assertThat(seen).hasSize(5);
        }
        assertThat(http.get("/forecast/invoices?cursor=eA").code()).isEqualTo("common.bad-cursor");
        assertThat(http.get("/forecast/invoices?q=n3").json().at("/items")).hasSize(1);
    }

    @Test
    void whoMayNotShapeTheProcessSeesInvoicesAndChangesOnlyPlansOfDeals() {
        http.post("/forecast/invoices", body("1", today));
        Http reader = company.join(http, "stakeholder");
        assertThat(reader.get("/forecast/receivables").json().at("/items")).hasSize(1);
        Http representative = company.join(http, "representative", "jan" + payer + "@example.com", "Jan");
        assertThat(representative.post("/forecast/invoices", body("2", today)).status())
                .isEqualTo(403);
        Map<String, Object> plan = Map.of("kind", "at_once", "netDays", 3);
        assertThat(representative.send("PUT", "/forecast/billing", plan).status())
                .isEqualTo(403);
        String deal = representative.post("/deals", Map.of("title", "Mine")).text("/id");
        assertThat(representative
                        .send("PUT", "/forecast/billing/deals/" + deal, plan)
                        .text("/from"))
                .isEqualTo("deal");
        assertThat(reader.send("PUT", "/forecast/billing/deals/" + deal, plan).status())
                .isEqualTo(403);
    }

    @Test
    void whatGoesOutIsKeptAndOverwritesNobodysNewerFigures() {
        Http.Answer none = http.get("/forecast/outflows");
        assertThat(none.json().get("entered").asBoolean()).isFalse();
        assertThat(none.text("/commission")).isEqualTo("0");
        Map<String, Object> body =
                Map.of("commission", "0.05", "payroll", List.of(Map.of("from", "2026-03", "amount", "90000.50")));
        Http.Answer put = http.send("PUT", "/forecast/outflows", body);
        assertThat(put.json().get("entered").asBoolean()).isTrue();
        assertThat(put.text("/payroll/0/amount")).isEqualTo("90000.5");
        assertThat(put.header("ETag")).isEqualTo("\"v1\"");
        assertThat(http.with("If-Match", "\"v0\"")
                        .send("PUT", "/forecast/outflows", body)
                        .status())
                .isEqualTo(412);
        Http.Answer wrong = http.send(
                "PUT",
                "/forecast/outflows",
                Map.of(
                        "commission",
                        "1.2",
                        "deliveryOf",
                        "guessed",
                        "payroll",
                        List.of(Map.of("from", "May", "amount", "-1"))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.raw().body()).contains("commission", "deliveryOf", "payroll[0].from", "payroll[0].amount");
        assertThat(http.get("/forecast/outflows").text("/commission")).isEqualTo("0.05");
    }

    @Test
    void wagesAreNeitherShownToNorReplacedByAManagerWhoSeesATeamOnly() {
        Map<String, Object> body = Map.of("payroll", List.of(Map.of("from", "2026-03", "amount", "90000")));
        http.send("PUT", "/forecast/outflows", body);
        Http manager = company.join(http, "manager");
        assertThat(manager.get("/forecast/outflows").status()).isEqualTo(403);
        Http.Answer stale =
                manager.with("If-Match", "\"v0\"").send("PUT", "/forecast/outflows", Map.of("commission", "0.1"));
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.raw().body()).doesNotContain("90000");
        assertThat(http.get("/forecast/outflows").text("/commission")).isEqualTo("0");
    }
}
