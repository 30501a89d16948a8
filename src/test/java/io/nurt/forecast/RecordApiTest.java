package io.nurt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@NurtTest
class RecordApiTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private static JsonNode ended(Http http, String run) throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            JsonNode state = http.get("/forecast/runs/" + run).json();
            if (!List.of("queued", "running").contains(state.get("status").asString())) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the record is not made");
    }

    private static JsonNode made(Http http) throws InterruptedException {
        Http.Answer asked = http.post("/forecast/record", Map.of());
        assertThat(asked.status()).isEqualTo(202);
        assertThat(ended(http, asked.text("/id")).get("status").asString()).isEqualTo("done");
        return http.get("/forecast/record").json();
    }

    private static List<String> backtested(Http http) {
        List<String> ids = new ArrayList<>();
        for (JsonNode snapshot : http.get("/forecast/snapshots").json()) {
            if (snapshot.get("backtested").asBoolean()) {
                ids.add(snapshot.get("id").asString());
            }
        }
        return ids;
    }

    /** What was told, without what came and without the ids of snapshots. */
    private static String told(JsonNode origin) {
        StringBuilder told = new StringBuilder(origin.get("asOf").asString()).append(origin.get("open"));
        for (JsonNode h : origin.get("horizons")) {
            told.append(h.get("until"))
                    .append(h.get("p10"))
                    .append(h.get("p50"))
                    .append(h.get("p90"));
            told.append(h.get("baselines"));
        }
        return told.toString();
    }

    @Test
    void theRecordTellsOfEachMonthsStartAndItsSnapshotsCanBeOpened() throws InterruptedException {
        Company company = companies.make(port);
        Http http = company.administrator();
        http.post("/demo?deals=250", Map.of());
        assertThat(http.get("/forecast/record").status()).isEqualTo(404);
        assertThat(http.get("/forecast/record").text("/code")).isEqualTo("forecast.no-record-yet");

        JsonNode record = made(http);

        JsonNode origins = record.get("origins");
        assertThat(origins.size()).isBetween(12, 36);
        assertThat(record.get("currency").asString()).isEqualTo("PLN");
        assertThat(origins.get(0).get("horizons").get(0).get("came").isNull()).isFalse();
        JsonNode newest = origins.get(origins.size() - 1);
        assertThat(newest.get("horizons").get(2).get("came").isNull()).isTrue();
        assertThat(newest.get("horizons").get(2).get("pit").isNull()).isTrue();
        assertThat(record.get("amounts").findValuesAsString("method"))
                .contains("nurt", "stage_table", "stage_rate", "last_year", "run_rate");
        assertThat(record.get("chances").findValuesAsString("method")).contains("nurt", "stage_table", "stage_rate");
        assertThat(record.get("widening").get("factor").asDouble()).isGreaterThanOrEqualTo(1);
        theSnapshotsAreThoseOfTheRecord(http, origins);
        whatWasToldOfTheMonthsBeforeIsReadAtOnce(http, company.join(http, "representative"), origins);
        othersSeeNoAmounts(company, http);
        laterChangesMoveNoForecastOfThePast(http, origins);
    }

    private static void theSnapshotsAreThoseOfTheRecord(Http http, JsonNode origins) {
        assertThat(backtested(http)).hasSize(origins.size());
        JsonNode old = origins.get(origins.size() - 8);
        JsonNode outlook = http.get(
                        "/forecast/outlook?snapshot=" + old.get("snapshotId").asString())
                .json();
        assertThat(outlook.get("asOf").asString()).isEqualTo(old.get("asOf").asString());
        JsonNode first = outlook.get("months").get(0);
        assertThat(first.get("came").isNull()).isFalse();
        assertThat(first.get("p10").asDouble())
                .isLessThanOrEqualTo(first.get("p90").asDouble());
        assertThat(http.get("/forecast/outlook?measure=cash&snapshot="
                                + old.get("snapshotId").asString())
                        .status())
                .isEqualTo(200);
        // What was made afterwards is not today's forecast.
        assertThat(http.get("/forecast/outlook").status()).isEqualTo(404);
    }

    private static void whatWasToldOfTheMonthsBeforeIsReadAtOnce(Http http, Http seller, JsonNode origins) {
        String snapshot = origins.get(origins.size() - 3).get("snapshotId").asString();
        String path = "/forecast/outlook/told?measure=booked&snapshot=" + snapshot;
        JsonNode told = http.get(path).json();
        assertThat(told.size()).isBetween(6, 12);
        String before = http.get("/forecast/outlook?snapshot=" + snapshot).text("/months/0/label");
        String previous = "";
        for (JsonNode each : told) {
            String month = each.get("month").asString();
            assertThat(month).isGreaterThan(previous).isLessThan(before);
            assertThat(each.get("backtested").asBoolean()).isTrue();
            Http.Answer then = http.get(
                    "/forecast/outlook?snapshot=" + each.get("snapshotId").asString());
            assertThat(then.text("/months/0/label")).isEqualTo(month);
            for (String point : List.of("p10", "p50", "p90")) {
                assertThat(then.text("/months/0/" + point))
                        .isEqualTo(each.get(point).asString());
            }
            previous = month;
        }
        assertThat(seller.get(path).status()).isEqualTo(403);
        assertThat(http.get("/forecast/outlook/told").code()).isEqualTo("forecast.not-yet");
        assertThat(http.get("/forecast/outlook/told?measure=weight").status()).isEqualTo(422);
    }

    private static void othersSeeNoAmounts(Company company, Http http) {
        Http seller = company.join(http, "representative");
        JsonNode seen = seller.get("/forecast/record").json();
        JsonNode horizon = seen.get("origins").get(0).get("horizons").get(0);
        assertThat(horizon.get("p50").isNull()).isTrue();
        assertThat(horizon.get("came").isNull()).isTrue();
        assertThat(horizon.get("baselines").get("run_rate").isNull()).isTrue();
        assertThat(seen.get("amounts").size()).isPositive();
        assertThat(seller.post("/forecast/record", Map.of()).status()).isEqualTo(403);
        assertThat(http.get("/forecast/record?measure=weight").status()).isEqualTo(422);
    }

    private static void laterChangesMoveNoForecastOfThePast(Http http, JsonNode before) throws InterruptedException {
        JsonNode deal =
                http.get("/deals?status=open&limit=1").json().get("items").get(0);
        Http.Answer changed = http.with("If-Match", "\"v" + deal.get("version").asInt() + "\"")
                .patch("/deals/" + deal.get("id").asString(), Map.of("amount", "77000000"));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        List<String> old = backtested(http);

        JsonNode after = made(http).get("origins");

        assertThat(after.size()).isEqualTo(before.size());
        for (int i = 0; i < after.size(); i++) {
            assertThat(told(after.get(i))).isEqualTo(told(before.get(i)));
        }
        assertThat(backtested(http)).hasSize(after.size()).doesNotContainAnyElementsOf(old);
    }

    @Test
    void aCancelledRunLeavesNothingAndASecondIsNotBegunBesideIt() throws InterruptedException {
        Http http = companies.make(port).administrator();
        http.post("/demo?deals=250", Map.of());
        String run = http.post("/forecast/record", Map.of()).text("/id");
        assertThat(http.post("/forecast/record", Map.of()).text("/id")).isEqualTo(run);

        http.post("/forecast/runs/" + run + "/cancel", Map.of());

        assertThat(ended(http, run).get("status").asString()).isEqualTo("cancelled");
        assertThat(backtested(http)).isEmpty();
        assertThat(http.get("/forecast/record").status()).isEqualTo(404);
    }

    @Test
    void aWorkspaceWithoutClosedDealsHasARecordThatTellsSo() throws InterruptedException {
        Http http = companies.make(port).administrator();
        http.post("/deals", Map.of("title", "Silos", "amount", "10"));
        JsonNode record = made(http);
        assertThat(record.get("origins").size()).isZero();
        assertThat(record.get("shock").get("estimated").asBoolean()).isFalse();
        assertThat(record.get("widening").get("factor").asDouble()).isEqualTo(1);
    }
}
