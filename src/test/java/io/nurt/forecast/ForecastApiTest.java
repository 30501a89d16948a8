package io.nurt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

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
        String run = http.post("/forecast/models?pipeline=" + pipeline, Map.of())
                .json()
                .get("id")
                .asString();
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
    }
}
