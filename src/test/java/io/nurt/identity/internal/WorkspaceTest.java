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
class WorkspaceTest {
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
    void settingsAreReadByAllAndChangedByAdministrators() {
        Http jan = company.join(admin, "manager");
        assertThat(jan.get("/workspace").text("/currency")).isEqualTo("PLN");
        assertThat(jan.patch("/workspace", Map.of("name", "Ours")).status()).isEqualTo(403);

        Http.Answer changed = admin.patch("/workspace", Map.of("name", "Nowa nazwa", "zone", "Europe/Berlin"));
        assertThat(changed.text("/name")).isEqualTo("Nowa nazwa");
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
        assertThat(jan.get("/workspace").text("/zone")).isEqualTo("Europe/Berlin");
        assertThat(admin.with("If-Match", "\"v1\"")
                        .patch("/workspace", Map.of("name", "X"))
                        .status())
                .isEqualTo(412);
        assertThat(admin.patch("/workspace", Map.of("currency", "FOO", "language", "xx"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void administratorsLearnWhereTheDataLies() {
        assertThat(company.join(admin, "manager").get("/workspace/database").status())
                .isEqualTo(403);
        Http.Answer answer = admin.get("/workspace/database");
        assertThat(answer.text("/kind")).isEqualTo("external");
        assertThat(answer.text("/version")).startsWith("18");
        assertThat(answer.json().path("lastBackup").isNull()).isTrue();
    }

    @Test
    void theTrailTellsWhoDidWhatNewestFirstPageByPage() {
        Http jan = company.join(admin, "representative");
        admin.patch("/users/" + Company.id(jan), Map.of("role", "manager"));
        new Http(port).post("/session", Map.of("email", company.email(), "password", "wrong password"));

        Http.Answer all = admin.get("/audit");
        assertThat(all.json().findValuesAsString("kind"))
                .containsExactly(
                        "sign-in-failed",
                        "user-changed",
                        "invitation-accepted",
                        "user-invited",
                        "signed-in",
                        "workspace-created");
        assertThat(all.text("/items/1/actor/name")).isEqualTo("Anna Nowak");
        assertThat(all.text("/items/1/subjectName")).isEqualTo("Jan representative");
        assertThat(all.json().at("/items/1/details/role").toString()).isEqualTo("[\"representative\",\"manager\"]");
        assertThat(all.text("/items/1/address")).isEqualTo("127.0.0.1");

        Http.Answer first = admin.get("/audit?limit=4");
        Http.Answer rest = admin.get("/audit?limit=4&cursor=" + first.text("/next"));
        assertThat(first.json().path("items").size()).isEqualTo(4);
        assertThat(rest.json().findValuesAsString("kind")).containsExactly("signed-in", "workspace-created");
        assertThat(rest.json().path("next").isNull()).isTrue();
        assertThat(admin.get("/audit?kind=user-changed").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void aForgedPageKeyIsRefused() {
        assertThat(admin.get("/audit?cursor=YWJj").code()).isEqualTo("common.bad-cursor");
        String twoParts = java.util.Base64.getUrlEncoder().encodeToString("now\u001fx".getBytes());
        assertThat(admin.get("/audit?cursor=" + twoParts.replace("=", "")).code())
                .isEqualTo("common.bad-cursor");
    }

    @Test
    void noSecretEntersTheTrail() {
        company.join(admin, "representative");
        admin.post("/me/tokens", Map.of("name", "T", "scopes", List.of("read")));
        assertThat(admin.get("/audit").raw().body())
                .contains("token-created")
                .doesNotContain("nurt_pat_", "token=", Company.PASSWORD);
    }

    @Test
    void anotherWorkspaceSeesNothingOfThisOneAndChangesNothing() {
        String jan = Company.id(company.join(admin, "representative"));
        String team = admin.post("/teams", Map.of("name", "North")).text("/id");
        String session = admin.get("/me/sessions").text("/0/id");
        String token = admin.post("/me/tokens", Map.of("name", "T", "scopes", List.of("read")))
                .text("/id");
        Http foreign = new Company(setup, port).administrator();

        assertThat(foreign.get("/users").raw().body()).doesNotContain(jan);
        assertThat(foreign.get("/teams").json().size()).isZero();
        assertThat(foreign.get("/audit").raw().body()).doesNotContain(jan);
        assertThat(foreign.patch("/users/" + jan, Map.of("name", "Eve")).status())
                .isEqualTo(404);
        assertThat(foreign.post("/users/" + jan + "/invite", Map.of()).status()).isEqualTo(404);
        assertThat(foreign.post("/users/" + jan + "/two-factor/disable", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(foreign.delete("/users/" + jan + "/sessions").status()).isEqualTo(404);
        assertThat(foreign.patch("/teams/" + team, Map.of("name", "Eve")).status())
                .isEqualTo(404);
        assertThat(foreign.delete("/teams/" + team).status()).isEqualTo(404);
        assertThat(foreign.post("/teams", Map.of("name", "X", "parentId", team)).status())
                .isEqualTo(422);
        assertThat(foreign.delete("/me/sessions/" + session).status()).isEqualTo(404);
        assertThat(foreign.delete("/me/tokens/" + token).status()).isEqualTo(404);
        assertThat(foreign.post(
                                "/users/invite",
                                Map.of("email", "x@example.com", "role", "manager", "teamIds", List.of(team)))
                        .status())
                .isEqualTo(422);
    }
}
