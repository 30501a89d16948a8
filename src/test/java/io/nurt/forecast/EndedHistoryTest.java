package io.nurt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A workspace whose data end long ago: two months and a half of deals, all closed since. */
@NurtTest
class EndedHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 10, 1);
    private static final int DAYS = 80;
    private static final String LAST = "2011-12-19";

    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private Http http;

    @BeforeEach
    void workspace() {
        http = companies.make(port).administrator();
    }

    /** Four deals a day; one of four is won within four weeks, the others are lost. */
    private static String deals() {
        StringBuilder csv = new StringBuilder("Deal ID,Name,Amount,Create Date,Status,Closed at\n");
        Random dice = new Random(7);
        for (int i = 0; i < 4 * DAYS; i++) {
            LocalDate began = FIRST.plusDays(i / 4);
            boolean won = dice.nextInt(4) == 0;
            csv.append("%d,Loan %d,%d,%s 10:00,%s,%s 12:00%n"
                    .formatted(
                            i,
                            i,
                            1000 + 100 * dice.nextInt(90),
                            began,
                            won ? "won" : "lost",
                            began.plusDays(4 + dice.nextInt(20))));
        }
        return csv.toString();
    }

    private void bringIn(boolean knownFromStart) throws InterruptedException {
        String id = http.post("/imports", Map.of("name", "Loans")).text("/id");
        JsonNode file = http.upload("/imports/" + id + "/files", "deals.csv", deals().getBytes(StandardCharsets.UTF_8))
                .json();
        if (knownFromStart) {
            Http.Answer told = http.patch(
                    "/imports/" + id + "/files/" + file.path("id").asString(),
                    Map.of("mapping", Map.of("columns", List.of(Map.of("column", 2, "knownFromStart", true)))));
            assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
        }
        http.post("/imports/" + id + "/run", Map.of());
        for (int i = 0; i < 600; i++) {
            JsonNode now = http.get("/imports/" + id).json();
            if (now.path("status").asString().equals("done")) {
                assertThat(now.path("created").asInt()).isEqualTo(4 * DAYS);
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the import is not done");
    }

    private void done(String path) throws InterruptedException {
        String run = http.post(path, Map.of()).text("/id");
        for (int i = 0; i < 1_200; i++) {
            String status = http.get("/forecast/runs/" + run).text("/status");
            if (!List.of("queued", "running").contains(status)) {
                assertThat(status).isEqualTo("done");
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not done: " + path);
    }

    /** The first one that was made: of the first of November. */
    private JsonNode outlook(JsonNode record) {
        String snapshot = record.at("/origins/0/snapshotId").asString();
        return http.get("/forecast/outlook?snapshot=" + snapshot).json();
    }

    @Test
    void forecastsOfItsTimeAreMadeAndMeasuredAsFarAsTheDataTell() throws InterruptedException {
        bringIn(false);
        done("/forecast/record");

        JsonNode record = http.get("/forecast/record").json();
        JsonNode november = outlook(record);

        assertThat(record.path("origins").size()).isEqualTo(7);
        assertThat(record.path("masked").asDouble()).isEqualTo(1);
        assertThat(record.path("amounts").findValuesAsString("horizon")).contains("d30");
        assertThat(november.path("knownUntil").asString()).isEqualTo(LAST);
        assertThat(november.path("ended").asBoolean()).isTrue();
        JsonNode month = november.at("/months/0");
        assertThat(month.path("came").asDouble()).isPositive();
        assertThat(month.path("new").asDouble()).isPositive();
        assertThat(month.path("p50").asDouble())
                .as("amounts that nobody knew then are no zeros")
                .isGreaterThan(month.path("came").asDouble() / 10);
        // December is not over: nobody knows what new deals brought after the nineteenth.
        assertThat(november.at("/months/1/came").isNull()).isTrue();
        double soFar = november.at("/months/1/soFar").asDouble();
        assertThat(soFar).isPositive();
        assertThat(november.at("/quarters/0/came").isNull()).isTrue();
        assertThat(november.at("/quarters/0/soFar").asDouble())
                .isGreaterThan(soFar + month.path("came").asDouble());
        // After the data's end, what came is unknown, not nothing.
        assertThat(november.at("/months/2/came").isNull()).isTrue();
        assertThat(november.at("/months/2/soFar").isNull()).isTrue();
        assertThat(november.at("/quarters/1/came").isNull()).isTrue();
    }

    @Test
    void amountsKnownFromTheStartAreNotMasked() throws InterruptedException {
        bringIn(true);
        done("/forecast/record");

        JsonNode record = http.get("/forecast/record").json();

        assertThat(record.path("masked").asDouble()).isZero();
        assertThat(outlook(record).path("withoutAmount").asInt()).isZero();
    }
}
