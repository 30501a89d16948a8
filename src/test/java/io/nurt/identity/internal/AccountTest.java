package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class AccountTest {
    @Autowired
    Setup setup;

    @LocalServerPort
    int port;

    Company company;
    Http admin;

    @BeforeEach
    void aCompany() {
        company = new Company(setup, port);
        admin = company.administrator();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        Http other = company.administrator();
        assertThat(other.get("/me").status()).isEqualTo(200);

        Http.Answer answer =
                admin.post("/me/password", Map.of("current", Company.PASSWORD, "password", "another good secret"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(admin.get("/me").status()).isEqualTo(200);
        assertThat(other.get("/me").status()).isEqualTo(401);
        assertThat(company.signedIn(company.email(), "another good secret")
                        .get("/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsThePresentOneAndToAGoodOne() {
        assertThat(admin.post("/me/password", Map.of("current", "guess", "password", "another good secret"))
                        .code())
                .isEqualTo("identity.password-wrong");
        Http.Answer same =
                admin.post("/me/password", Map.of("current", Company.PASSWORD, "password", Company.PASSWORD));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.text("/errors/0/code")).isEqualTo("identity.password-same");
        Http.Answer weak = admin.post("/me/password", Map.of("current", Company.PASSWORD, "password", "short"));
        assertThat(weak.text("/errors/0/message")).isEqualTo("At least 10 characters.");
    }

    @Test
    void sessionsAreListedAndEndedOneByOneOrAllOthers() {
        Http phone = company.administrator().with("User-Agent", "Phone");
        Http tablet = company.administrator();
        Http.Answer list = admin.get("/me/sessions");
        assertThat(list.json().size()).isEqualTo(3);
        assertThat(list.json().findValuesAsString("current")).containsOnlyOnce("true");

        String phoneSession = "";
        for (var session : phone.get("/me/sessions").json()) {
            if (session.path("current").asBoolean()) {
                phoneSession = session.path("id").asString();
            }
        }
        assertThat(admin.delete("/me/sessions/" + phoneSession).status()).isEqualTo(204);
        assertThat(phone.get("/me").status()).isEqualTo(401);
        assertThat(tablet.get("/me").status()).isEqualTo(200);

        assertThat(admin.delete("/me/sessions").status()).isEqualTo(204);
        assertThat(tablet.get("/me").status()).isEqualTo(401);
        assertThat(admin.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aSessionOfSomeoneElseCannotBeEnded() {
        Http jan = company.join(admin, "representative");
        String session = admin.get("/me/sessions").text("/0/id");

        assertThat(jan.delete("/me/sessions/" + session).status()).isEqualTo(404);
        assertThat(admin.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aTokenActsForItsUserWithinItsScopes() {
        Http.Answer issued = admin.post("/me/tokens", Map.of("name", "Reports", "scopes", List.of("read"), "days", 30));
        assertThat(issued.status()).isEqualTo(201);
        Http script = admin.bearer(issued.text("/token"));

        Http.Answer me = script.get("/me");
        assertThat(me.text("/user/email")).isEqualTo(company.email());
        assertThat(me.json().path("permissions").toString()).isEqualTo("[\"read\",\"export\"]");
        assertThat(script.get("/audit").code()).isEqualTo("common.forbidden");
        assertThat(admin.get("/me/tokens").raw().body())
                .doesNotContain("nurt_pat_")
                .contains("Reports");
    }

    @Test
    void aTokenNeverGivesMoreThanTheRoleOfItsUser() {
        Http jan = company.join(admin, "representative");
        Http script = jan.bearer(jan.post("/me/tokens", Map.of("name", "All", "scopes", List.of("admin")))
                .text("/token"));

        assertThat(script.get("/me").json().path("permissions").toString())
                .isEqualTo("[\"read\",\"write\",\"export\"]");
        assertThat(script.post("/users/invite", Map.of("email", "x@example.com", "role", "administrator"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenCannotMakeTokensOrLockItsOwnerOut() {
        Http script = admin.bearer(admin.post("/me/tokens", Map.of("name", "All", "scopes", List.of("admin")))
                .text("/token"));

        assertThat(script.post("/me/tokens", Map.of("name", "More", "scopes", List.of("admin")))
                        .code())
                .isEqualTo("identity.session-needed");
        assertThat(script.delete("/me/sessions").code()).isEqualTo("identity.session-needed");
        assertThat(script.post("/me/password", Map.of("current", Company.PASSWORD, "password", "another one here"))
                        .code())
                .isEqualTo("identity.session-needed");
    }

    @Test
    void aRevokedTokenStopsAtOnceAndOnlyItsUserRevokesIt() {
        Http jan = company.join(admin, "representative");
        Http.Answer issued = jan.post("/me/tokens", Map.of("name", "Script", "scopes", List.of("write")));
        Http script = jan.bearer(issued.text("/token"));
        assertThat(script.get("/me").status()).isEqualTo(200);

        assertThat(admin.delete("/me/tokens/" + issued.text("/id")).status()).isEqualTo(404);
        assertThat(jan.delete("/me/tokens/" + issued.text("/id")).status()).isEqualTo(204);
        assertThat(script.get("/me").status()).isEqualTo(401);
    }

    @Test
    void aTokenRequestIsCheckedFieldByField() {
        Http.Answer answer = admin.post("/me/tokens", Map.of("name", "", "scopes", List.of("everything"), "days", 400));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "scopes", "days");
    }

    @Test
    void anAnswerThatCarriesASecretIsNotKeptForRepeats() {
        Http keyed = admin.with("Idempotency-Key", "the-same-key");
        Map<String, Object> request = Map.of("name", "Script", "scopes", List.of("read"));

        String first = keyed.post("/me/tokens", request).text("/token");
        Http.Answer second = keyed.post("/me/tokens", request);
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.text("/token")).startsWith("nurt_pat_").isNotEqualTo(first);
    }
}
