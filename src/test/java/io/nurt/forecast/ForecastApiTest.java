package io.nurt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@NurtTest
class ForecastApiTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private static String pipeline(Http http) {
        for (JsonNode pipeline : http.get("/pipelines").json()) {
            if (http.get("/deals?status=won&limit=1&pipeline="
                                    + pipeline.get("id").asString())
                            .json()
                            .get("items")
                            .size()
                    > 0) {
                return pipeline.get("id").asString();
            }
        }
        throw new AssertionError("no pipeline with won deals");
    }

    private static JsonNode trained(Http http, String pipeline) throws InterruptedException {
        return done(http, "/forecast/models?pipeline=" + pipeline);
    }

    private static JsonNode done(Http http, String path) throws InterruptedException {
        String run = http.post(path, Map.of()).json().get("id").asString();
        for (int i = 0; i < 600; i++) {
            JsonNode state = http.get("/forecast/runs/" + run).json();
            if (!List.of("queued", "running").contains(state.get("status").asString())) {
                return state;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the training does not end");
    }

    @Test
    void aTrainedModelTellsTheChanceOfOpenDealsAndFollowsTheirChanges() throws InterruptedException {
        Company company = companies.make(port);
        Http http = company.administrator();
        http.post("/demo?deals=600", Map.of());
        String pipeline = pipeline(http);
        assertThat(trained(http, pipeline).get("status").asString()).isEqualTo("done");
        JsonNode model =
                http.get("/forecast/models?pipeline=" + pipeline).json().get(0);
        assertThat(model.get("inUse").asBoolean()).isTrue();
        assertThat(model.get("resolved").asInt()).isGreaterThan(100);

        String deal = http.get("/deals?status=open&limit=1&pipeline=" + pipeline)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        JsonNode chance = http.get("/forecast/chances?deal=" + deal).json().get(0);
        assertThat(chance.get("low").asDouble())
                .isLessThanOrEqualTo(chance.get("chance").asDouble());
        assertThat(chance.get("high").asDouble())
                .isGreaterThanOrEqualTo(chance.get("chance").asDouble());
        assertThat(chance.get("byQuarter").asDouble())
                .isLessThanOrEqualTo(chance.get("chance").asDouble());

        theOutlookIsARangeThatContainsWhatIsThereAlready(http);
        cashInBecomesACashFlowOnceWhatGoesOutIsKnown(http);
        aBetterStageBringsMoreAndTheDealsBehindABarAddUp(http);
        theOutlookIsAFileMonthByMonthInTheLanguageOfWhoAsks(company, http);
        whoSeesOnlyTheirOwnDealsIsToldOfNoOthersBehindABar(company, http);
    }

    private static void whoSeesOnlyTheirOwnDealsIsToldOfNoOthersBehindABar(Company company, Http http) {
        String path =
                "/forecast/outlook/deals?label=" + http.get("/forecast/outlook").text("/quarters/0/label");
        assertThat(http.get(path).json()).isNotEmpty();
        Http.Answer own = company.join(http, "representative").get(path);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json()).isEmpty();
    }

    private static void theOutlookIsAFileMonthByMonthInTheLanguageOfWhoAsks(Company company, Http http) {
        String label = http.get("/forecast/outlook?measure=cash")
                .json()
                .at("/months/0/label")
                .asString();
        http.patch("/me", Map.of("language", "en"));
        Http.Answer english = http.get("/forecast/outlook.csv?measure=cash");
        List<String> lines = english.raw().body().lines().toList();
        assertThat(english.raw().headers().firstValue("Content-Disposition").orElse(""))
                .contains("outlook-cash-");
        assertThat(lines).hasSize(1 + 12 + 13);
        assertThat(lines.get(0)).startsWith("\uFEFFMonth,Measure,Currency,Actual by then,");
        assertThat(lines.get(12)).as("a past month has its actual and no range").endsWith(",,,,,,,,");
        assertThat(lines.get(13)).startsWith(label + ",Cash-in,");

        http.patch("/me", Map.of("language", "pl"));
        List<String> polish = http.get("/forecast/outlook.csv?measure=cash")
                .raw()
                .body()
                .lines()
                .toList();
        assertThat(polish.get(0)).startsWith("\uFEFFMiesiąc;Miara;");
        assertThat(polish.get(13))
                .isEqualTo(lines.get(13).replace(',', ';').replace('.', ',').replace("Cash-in", "Wpływy"));

        Http seesOwn = company.join(http, "representative");
        assertThat(seesOwn.get("/forecast/outlook.csv").status()).isEqualTo(403);
        assertThat(http.get("/forecast/outlook.csv?measure=profit").status()).isEqualTo(422);
    }

    private static void theOutlookIsARangeThatContainsWhatIsThereAlready(Http http) throws InterruptedException {
        assertThat(http.get("/forecast/outlook").code()).isEqualTo("forecast.not-yet");
        http.send("PUT", "/forecast/billing", Map.of("kind", "monthly", "months", 3, "netDays", 14));
        assertThat(done(http, "/forecast/simulations").get("status").asString()).isEqualTo("done");
        JsonNode outlook = http.get("/forecast/outlook?measure=booked").json();
        assertThat(outlook.get("months").size()).isEqualTo(13);
        JsonNode quarter = outlook.get("quarters").get(0);
        assertThat(number(quarter, "actual")).isLessThanOrEqualTo(number(quarter, "p10"));
        assertThat(number(quarter, "p10")).isLessThan(number(quarter, "p50"));
        assertThat(number(quarter, "p50")).isLessThan(number(quarter, "p90"));
        assertThat(outlook.get("groups").size()).isGreaterThan(0);
        String label = quarter.get("label").asString();
        double chance = http.get("/forecast/outlook/chance?quarter=" + label + "&target=" + number(quarter, "p50"))
                .json()
                .get("chance")
                .asDouble();
        assertThat(chance).isBetween(0.45, 0.55);
        assertThat(http.get("/forecast/snapshots").json().get(0).get("weekly").asBoolean())
                .isTrue();
    }

    private static void cashInBecomesACashFlowOnceWhatGoesOutIsKnown(Http http) throws InterruptedException {
        assertThat(measures(http.get("/forecast/outlook").json()))
                .containsExactly("booked", "recognised", "invoiced", "cash");
        assertThat(http.get("/forecast/outlook?measure=cash_flow").status()).isEqualTo(404);
        aContractByTheMonthIsWon(http);
        Http.Answer put = http.send(
                "PUT",
                "/forecast/outflows",
                Map.of(
                        "commission",
                        "0.05",
                        "delivery",
                        "0.3",
                        "deliveryOf",
                        "recognised",
                        "payroll",
                        List.of(Map.of("from", "2020-01", "amount", "250000"))));
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
        assertThat(done(http, "/forecast/simulations").get("status").asString()).isEqualTo("done");
        assertThat(measures(http.get("/forecast/outlook").json())).contains("cash_flow");
        JsonNode flow = http.get("/forecast/outlook?measure=cash_flow").json();
        JsonNode cash = http.get("/forecast/outlook?measure=cash").json();
        for (int q = 0; q < flow.get("quarters").size(); q++) {
            JsonNode net = flow.get("quarters").get(q);
            JsonNode in = cash.get("quarters").get(q);
            assertThat(number(net, "outflows")).isLessThan(-700_000);
            assertThat(number(net, "mean")).isCloseTo(number(in, "mean") + number(net, "outflows"), within(1.0));
            double parts = 0;
            for (String part : List.of("actual", "open", "new", "claims", "renewals")) {
                parts += number(net, part);
            }
            assertThat(parts + number(net, "outflows")).isCloseTo(number(net, "mean"), within(1.0));
            assertThat(number(net, "p10")).isLessThan(number(net, "p90"));
            assertThat(in.get("outflows").isNull()).isTrue();
        }
        JsonNode renewed =
                http.get("/forecast/outlook?measure=recognised").json().get("quarters");
        assertThat(number(renewed.get(1), "renewals") + number(renewed.get(2), "renewals"))
                .isGreaterThan(0);
    }

    private static void aContractByTheMonthIsWon(Http http) {
        String customer =
                http.post("/companies", Map.of("name", "Tartak Dolny")).text("/id");
        String deal = http.post("/deals", Map.of("title", "Service", "amount", "30000", "companyId", customer))
                .text("/id");
        String won = "";
        for (JsonNode stage : http.get("/pipelines").json().at("/0/stages")) {
            won = stage.get("kind").asString().equals("won") ? stage.get("id").asString() : won;
        }
        assertThat(http.post("/deals/" + deal + "/move", Map.of("stageId", won)).status())
                .isEqualTo(200);
    }

    private static List<String> measures(JsonNode outlook) {
        List<String> measures = new java.util.ArrayList<>();
        outlook.get("measures").forEach(measure -> measures.add(measure.asString()));
        return measures;
    }

    private static void aBetterStageBringsMoreAndTheDealsBehindABarAddUp(Http http) {
        JsonNode lever = http.get("/forecast/levers").json().get(0);
        assertThat(number(lever, "p50")).isGreaterThan(0);
        assertThat(lever.get("stage").asString()).isNotBlank();
        JsonNode scenario = http.post(
                        "/forecast/scenarios",
                        Map.of("stageId", lever.get("stageId").asString(), "stageFactor", 1.5))
                .json();
        assertThat(number(scenario.get("quarters").get(1), "changeP50")).isGreaterThan(0);
        assertThat(number(scenario.get("quarters").get(0), "baseP50"))
                .as("what is won already is in the scenario too")
                .isGreaterThan(number(
                        http.get("/forecast/outlook").json().get("quarters").get(0), "actual"));
        assertThat(http.post("/forecast/scenarios", Map.of("stageFactor", -1)).status())
                .isEqualTo(422);
        JsonNode quarter = http.get("/forecast/outlook").json().get("quarters").get(0);
        double sum = 0;
        for (JsonNode deal : http.get(
                        "/forecast/outlook/deals?label=" + quarter.get("label").asString())
                .json()) {
            sum += deal.get("expected").isNull() ? 0 : number(deal, "expected");
        }
        assertThat(sum).isCloseTo(number(quarter, "open"), org.assertj.core.data.Percentage.withPercentage(35));
    }

    private static double number(JsonNode node, String field) {
        return Double.parseDouble(node.get(field).asString());
    }
}
