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
class UserAdminTest {
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
    void anInvitedPersonSetsAPasswordThroughALinkThatWorksOnce() {
        String email = Company.newEmail();
        Http.Answer invited =
                admin.post("/users/invite", Map.of("email", email, "name", "Jan Lis", "role", "representative"));
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.text("/user/status")).isEqualTo("invited");
        assertThat(invited.text("/user/visibility")).isEqualTo("own");
        assertThat(invited.text("/link")).contains("/invite?token=");

        Http jan = new Http(port);
        String path = "/invitations/" + Company.token(invited);
        Http.Answer open = jan.get(path);
        assertThat(open.text("/workspaceName")).isEqualTo("Przykład");
        assertThat(open.text("/email")).isEqualTo(email);
        assertThat(open.text("/role")).isEqualTo("representative");
        assertThat(open.text("/invitedBy")).isEqualTo("Anna Nowak");
        assertThat(open.json().path("reset").asBoolean()).isFalse();
        assertThat(jan.post(path, Map.of("password", "short")).status()).isEqualTo(422);

        Http.Answer accepted =
                jan.post(path, Map.of("name", "Jan Wilk", "password", Company.PASSWORD, "language", "pl"));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("/user/name")).isEqualTo("Jan Wilk");
        assertThat(accepted.text("/user/language")).isEqualTo("pl");
        assertThat(jan.get("/me").status()).isEqualTo(200);
        assertThat(new Http(port).get(path).code()).isEqualTo("identity.link-ended");
        assertThat(new Http(port)
                        .post(path, Map.of("password", Company.PASSWORD))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aNewLinkEndsTheOldOne() {
        Http.Answer first = admin.post("/users/invite", Map.of("email", Company.newEmail(), "role", "stakeholder"));
        Http.Answer second = admin.post("/users/" + first.text("/user/id") + "/invite", Map.of());

        assertThat(new Http(port).get("/invitations/" + Company.token(first)).status())
                .isEqualTo(410);
        assertThat(new Http(port).get("/invitations/" + Company.token(second)).status())
                .isEqualTo(200);
        assertThat(new Http(port).get("/invitations/invented").status()).isEqualTo(410);
    }

    @Test
    void aResetLinkSetsANewPasswordAndEndsTheSessions() {
        Http jan = company.join(admin, "representative");
        Http.Answer link = admin.post("/users/" + Company.id(jan) + "/invite", Map.of());
        String path = "/invitations/" + Company.token(link);
        assertThat(new Http(port).get(path).json().path("reset").asBoolean()).isTrue();
        assertThat(jan.get("/me").status()).isEqualTo(200);

        assertThat(new Http(port)
                        .post(path, Map.of("password", "another good secret"))
                        .status())
                .isEqualTo(200);
        assertThat(jan.get("/me").status()).isEqualTo(401);
    }

    @Test
    void anInvitationIsCheckedFieldByField() {
        Http.Answer answer = admin.post(
                "/users/invite",
                Map.of(
                        "email",
                        "nobody",
                        "role",
                        "king",
                        "visibility",
                        "some",
                        "teamIds",
                        List.of(company.workspace())));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("email", "role", "visibility", "teamIds");
        assertThat(admin.post("/users/invite", Map.of("email", company.email(), "role", "manager"))
                        .text("/errors/0/code"))
                .isEqualTo("identity.email-taken");
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        Http jan = company.join(admin, "representative");
        assertThat(jan.get("/audit").status()).isEqualTo(403);

        Http.Answer changed = admin.patch("/users/" + Company.id(jan), Map.of("role", "administrator"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(jan.get("/audit").status()).isEqualTo(200);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnceWithTokensAndComesBackWithThePassword() {
        String email = Company.newEmail();
        Http jan = company.join(admin, Map.of("email", email, "role", "representative"));
        String id = Company.id(jan);
        Http script = jan.bearer(jan.post("/me/tokens", Map.of("name", "S", "scopes", List.of("read")))
                .text("/token"));
        assertThat(script.get("/me").status()).isEqualTo(200);

        assertThat(admin.patch("/users/" + id, Map.of("status", "deactivated")).text("/status"))
                .isEqualTo("deactivated");
        assertThat(jan.get("/me").status()).isEqualTo(401);
        assertThat(script.get("/me").status()).isEqualTo(401);
        assertThat(new Http(port)
                        .post("/session", Map.of("email", email, "password", Company.PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(admin.post("/users/" + id + "/invite", Map.of()).code()).isEqualTo("identity.deactivated");

        assertThat(admin.patch("/users/" + id, Map.of("status", "active")).text("/status"))
                .isEqualTo("active");
        assertThat(company.signedIn(email, Company.PASSWORD).get("/me").status())
                .isEqualTo(200);
        assertThat(script.get("/me").status()).isEqualTo(401);
    }

    @Test
    void theLastAdministratorStays() {
        String self = "/users/" + Company.id(admin);
        assertThat(admin.patch(self, Map.of("role", "manager")).code()).isEqualTo("identity.last-administrator");
        assertThat(admin.patch(self, Map.of("status", "deactivated")).status()).isEqualTo(409);

        company.join(admin, "administrator");
        assertThat(admin.patch(self, Map.of("role", "manager")).status()).isEqualTo(200);
        assertThat(admin.get("/audit").status()).isEqualTo(403);
    }

    @Test
    void aUserChangedMeanwhileIsNotOverwritten() {
        Http jan = company.join(admin, "representative");
        Http.Answer answer = admin.with("If-Match", "\"v1\"").patch("/users/" + Company.id(jan), Map.of("name", "Old"));
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("/current/name")).isEqualTo("Jan representative");
    }

    @Test
    void wrongChangesAreNamed() {
        String id = Company.id(company.join(admin, "representative"));
        assertThat(admin.patch("/users/" + id, Map.of("status", "sleeping", "role", "king", "name", ""))
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("status", "role", "name");
        assertThat(admin.patch("/users/" + id, Map.of("password", "x")).text("/errors/0/code"))
                .isEqualTo("common.unknown-field");
        assertThat(admin.patch("/users/" + id, Map.of("email", company.email())).text("/errors/0/code"))
                .isEqualTo("identity.email-taken");
    }

    @Test
    void everyoneReadsNamesButAddressesOnlyWhoManagesUsers() {
        Http jan = company.join(admin, "representative");
        assertThat(admin.get("/users").raw().body()).contains(company.email()).contains("twoFactor");
        assertThat(jan.get("/users").raw().body())
                .contains("Anna Nowak")
                .doesNotContain("@example.com")
                .doesNotContain("twoFactor");
    }

    @Test
    void anAdministratorEndsTheSessionsOfOthers() {
        Http jan = company.join(admin, "representative");
        String id = Company.id(jan);
        assertThat(admin.delete("/users/" + id + "/sessions").status()).isEqualTo(204);
        assertThat(jan.get("/me").status()).isEqualTo(401);
    }
}
