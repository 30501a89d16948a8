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
