package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class WorkspaceCurrencyTest {
    @Autowired
    PipelineFixture fixture;

    @LocalServerPort
    int port;

    private Http http;

    @BeforeEach
    void signIn() {
        PipelineFixture.Place place = fixture.place();
        http = place.http(port, place.admin);
    }

    @Test
    void itCanBeChangedWhileNoDealHasAnAmount() {
        http.post("/deals", Map.of("title", "Without a value yet"));
        assertThat(http.get("/workspace").json().path("currencyFixed").asBoolean(true))
                .isFalse();

        Http.Answer changed = http.patch("/workspace", Map.of("currency", "EUR"));

        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(changed.text("/currency")).isEqualTo("EUR");
    }

    @Test
    void itStaysOnceADealHasAnAmountEvenInTheTrash() {
        String deal =
                http.post("/deals", Map.of("title", "Roof", "amount", "10")).text("/id");
        http.delete("/deals/" + deal);
        assertThat(http.get("/workspace").json().path("currencyFixed").asBoolean())
                .isTrue();

        Http.Answer refused = http.patch("/workspace", Map.of("currency", "EUR", "name", "New"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("identity.currency-in-use");
        assertThat(refused.text("/title")).contains("PLN");
        assertThat(http.get("/workspace").text("/currency")).isEqualTo("PLN");
        assertThat(http.get("/workspace").text("/name")).isNotEqualTo("New");
    }

    @Test
    void theRestCanStillBeChanged() {
        http.post("/deals", Map.of("title", "Roof", "amount", "10"));

        Http.Answer changed = http.patch("/workspace", Map.of("currency", "PLN", "name", "New"));

        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(changed.text("/name")).isEqualTo("New");
    }
}
