package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published description of the API is the one the code gives; `make api` writes it anew. */
@NurtTest
class ApiDescriptionTest {
    private static final Path PUBLISHED = Path.of("docs/openapi.json");

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void thePublishedDescriptionIsTheOneTheCodeGives() throws IOException, InterruptedException {
        String now = pretty(fetch());
        if (Boolean.getBoolean("nurt.api.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, now);
        }
        assertThat(now).as("run `make api` and look at the difference").isEqualTo(Files.readString(PUBLISHED));
    }

    @Test
    void typesOfTheSameNameAreToldApart() throws IOException, InterruptedException {
        assertThat(type("OutlookViews.Group").at("/properties/quarters").isMissingNode())
                .isFalse();
        assertThat(type("DealGroups.Group").at("/properties/quarters").isMissingNode())
                .isTrue();
    }

    @Test
    void anAnswerAlwaysHoldsWhatMayBeNullAndARequestMayLeaveItOut() throws IOException, InterruptedException {
        assertThat(type("OutlookViews.Row").at("/properties/came/type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(type("OutlookViews.Row").at("/required").toString()).contains("\"came\"");
        assertThat(type("PlanInput").at("/properties/months/type").toString()).contains("\"null\"");
        assertThat(type("PlanInput").at("/required").toString()).doesNotContain("\"months\"");
    }

    private JsonNode type(String name) throws IOException, InterruptedException {
        return json.readTree(fetch()).at("/components/schemas/" + name);
    }

    private String fetch() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/openapi.json");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String pretty(String text) {
        Object tree = json.readValue(text, Object.class);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(tree)
                + "\n";
    }
}
