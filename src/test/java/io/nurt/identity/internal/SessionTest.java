package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class SessionTest {
    @Autowired
    Setup setup;

    @LocalServerPort
    int port;

    Company company;
    Http anyone;

    @BeforeEach
    void aCompany() {
        company = new Company(setup, port);
        anyone = new Http(port);
    }

    @Test
    void theRightPasswordSignsInWithACookieThatScriptsCannotRead() {
        Http.Answer answer = anyone.post("/session", Map.of("email", company.email(), "password", Company.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/user/name")).isEqualTo("Anna Nowak");
        assertThat(answer.text("/workspace/currency")).isEqualTo("PLN");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("nurt_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=")
                .doesNotContain("Secure");
        assertThat(anyone.get("/me").text("/user/email")).isEqualTo(company.email());
    }

    @Test
    void theEmailIsTakenWithoutRegardToCaseAndSpace() {
        String email = "  " + company.email().toUpperCase(java.util.Locale.ROOT) + " ";
        assertThat(anyone.post("/session", Map.of("email", email, "password", Company.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailGetTheSameAnswer() {
        Http.Answer wrong = anyone.post("/session", Map.of("email", company.email(), "password", "not the secret"));
        Http.Answer unknown = anyone.post("/session", Map.of("email", "no@example.com", "password", "whatever it is"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("identity.sign-in-failed");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
        assertThat(anyone.get("/me").status()).isEqualTo(401);
    }

    @Test
    void anEmptyRequestIsRefusedByField() {
        Http.Answer answer = anyone.post("/session", Map.of("email", ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(2);
    }

    @Test
    void guessingIsSlowedDownAndTheAnswerSaysForHowLong() {
        for (int i = 0; i < 5; i++) {
            anyone.post("/session", Map.of("email", company.email(), "password", "guess number " + i));
        }
        Http.Answer answer = anyone.post("/session", Map.of("email", company.email(), "password", Company.PASSWORD));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("identity.too-many-attempts");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("retryAfterSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void manyGuessesAtOnceCountLikeAsManyInARow() {
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> new Http(port)
                        .post("/session", Map.of("email", company.email(), "password", "guess number " + i))
                        .status())
                .toList();
        // The fifth blocks for a second, in which a slow machine may admit one more.
        assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(5, 7);
        assertThat(answers).containsOnly(401, 429);
    }

    @Test
    void anEarlierAddressHeaderIsNotBelievedWithoutAProxy() {
        Http http = company.administrator().with("X-Forwarded-For", "203.0.113.9");
        http.patch("/workspace", Map.of("name", "Ours"));
        assertThat(http.get("/audit").text("/items/0/address")).isEqualTo("127.0.0.1");
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        Http http = company.administrator();
        String cookie = cookie(http);
        assertThat(http.delete("/session").status()).isEqualTo(204);

        assertThat(new Http(port).with("Cookie", cookie).get("/me").status()).isEqualTo(401);
        assertThat(http.delete("/session").status()).isEqualTo(204);
    }

    private static String cookie(Http http) {
        return "nurt_session="
                + http.get("/me")
                        .raw()
                        .request()
                        .headers()
                        .firstValue("Cookie")
                        .orElseThrow()
                        .split("=", 2)[1];
    }

    @Test
    void theApiIsClosedToAnyoneElse() {
        assertThat(anyone.get("/me").code()).isEqualTo("common.unauthenticated");
        assertThat(anyone.get("/no-such-address").status()).isEqualTo(401);
        assertThat(anyone.with("Cookie", "nurt_session=invented").get("/me").status())
                .isEqualTo(401);
        assertThat(anyone.bearer("nurt_pat_invented").get("/me").status()).isEqualTo(401);
        assertThat(anyone.with("Authorization", "Basic YTpi").get("/me").status())
                .isEqualTo(401);
    }

    @Test
    void healthAndDescriptionAreOpenOtherManagementIsNot() {
        assertThat(anyone.get("//actuator/health").status()).isEqualTo(200);
        assertThat(anyone.get("/openapi.json").status()).isEqualTo(200);
        assertThat(anyone.get("//actuator/env").status()).isEqualTo(401);
    }

    @Test
    void aRequestThatAnotherSiteMadeTheBrowserSendIsRefused() {
        Http http = company.administrator();

        assertThat(http.with("Sec-Fetch-Site", "cross-site")
                        .patch("/me", Map.of("name", "Eve"))
                        .code())
                .isEqualTo("identity.cross-site");
        assertThat(http.with("Sec-Fetch-Site", "same-site")
                        .patch("/me", Map.of("name", "Eve"))
                        .status())
                .isEqualTo(403);
        assertThat(http.with("Origin", "https://evil.example")
                        .patch("/me", Map.of("name", "Eve"))
                        .status())
                .isEqualTo(403);
        assertThat(http.with("Origin", "null")
                        .patch("/me", Map.of("name", "Eve"))
                        .status())
                .isEqualTo(403);
        assertThat(http.with("Sec-Fetch-Site", "same-origin")
                        .patch("/me", Map.of("name", "Anna"))
                        .status())
                .isEqualTo(200);
        assertThat(http.with("Origin", "http://127.0.0.1:" + port)
                        .patch("/me", Map.of("name", "Anna"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerForbidsTheBrowserWhatItNeedNotDo() {
        Http.Answer answer = company.administrator().get("/me");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void theOwnProfileIsChangedFieldByField() {
        Http http = company.administrator();
        Http.Answer answer = http.patch("/me", Map.of("language", "pl", "theme", "dark", "zone", "Europe/London"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/user/language")).isEqualTo("pl");
        assertThat(answer.text("/user/name")).isEqualTo("Anna Nowak");
        assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
        assertThat(http.get("/me").text("/user/zone")).isEqualTo("Europe/London");
        assertThat(http.get("/no-such-address").text("/title")).isEqualTo("Nie znaleziono");
    }

    @Test
    void aProfileChangedMeanwhileIsNotOverwritten() {
        Http http = company.administrator();
        http.patch("/me", Map.of("name", "Anna Kowalska"));

        Http.Answer answer = http.with("If-Match", "\"v1\"").patch("/me", Map.of("name", "Anna Lis"));
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("/current/user/name")).isEqualTo("Anna Kowalska");
    }

    @Test
    void wrongProfileValuesAreNamedEach() {
        Http.Answer answer = company.administrator()
                .patch(
                        "/me",
                        Map.of("name", " ", "language", "de", "zone", "Mars/Base", "theme", "pink", "region", "?"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "language", "zone", "theme", "region");
        assertThat(company.administrator()
                        .patch("/me", Map.of("role", "stakeholder"))
                        .status())
                .isEqualTo(422);
    }
}
