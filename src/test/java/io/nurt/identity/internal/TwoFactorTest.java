package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class TwoFactorTest {
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

    private String secret = "";
    private List<String> recoveryCodes = List.of();

    private void turnOn() {
        secret = admin.post("/me/two-factor", Map.of("password", Company.PASSWORD))
                .text("/secret");
        Http.Answer confirmed = admin.post("/me/two-factor/confirm", Map.of("code", code(0)));
        assertThat(confirmed.status()).isEqualTo(200);
        recoveryCodes = confirmed
                .json()
                .path("recoveryCodes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    /** The code of a step from now; each may be used once, so tests walk on in time as far as the tolerance allows. */
    private String code(int steps) {
        return Totp.code(secret, Instant.now().plusSeconds(30L * steps));
    }

    private Http.Answer signIn(String code) {
        return new Http(port)
                .post("/session", Map.of("email", company.email(), "password", Company.PASSWORD, "code", code));
    }

    @Test
    void signingInThenNeedsACodeThatWorksOnce() {
        turnOn();
        assertThat(admin.get("/me").json().at("/user/twoFactor").asBoolean()).isTrue();

        assertThat(signIn("").code()).isEqualTo("identity.second-factor-required");
        String next = code(1);
        assertThat(signIn(next).status()).isEqualTo(200);
        assertThat(signIn(next).code()).isEqualTo("identity.code-wrong");
    }

    @Test
    void theCodeThatTurnedItOnCannotBeUsedAgain() {
        secret = admin.post("/me/two-factor", Map.of("password", Company.PASSWORD))
                .text("/secret");
        String code = code(1);
        assertThat(admin.post("/me/two-factor/confirm", Map.of("code", code)).status())
                .isEqualTo(200);
        assertThat(signIn(code).code()).isEqualTo("identity.code-wrong");
    }

    @Test
    void aRecoveryCodeStandsInOnceHoweverItIsTyped() {
        turnOn();
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        String typed = recoveryCodes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(signIn(typed).status()).isEqualTo(200);
        assertThat(signIn(recoveryCodes.get(3)).code()).isEqualTo("identity.code-wrong");
        assertThat(signIn("ABCDEF-GHJKLM").code()).isEqualTo("identity.code-wrong");
    }

    @Test
    void withoutTheRightPasswordTheCodeIsNotAskedFor() {
        turnOn();
        assertThat(new Http(port)
                        .post("/session", Map.of("email", company.email(), "password", "a wrong one", "code", code(1)))
                        .code())
                .isEqualTo("identity.sign-in-failed");
    }

    @Test
    void itCountsOnlyAfterACodeHasBeenShown() {
        secret = admin.post("/me/two-factor", Map.of("password", Company.PASSWORD))
                .text("/secret");
        Http.Answer wrong = admin.post("/me/two-factor/confirm", Map.of("code", "12345"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/code")).isEqualTo("identity.code-not-right");
        assertThat(signIn("").status()).isEqualTo(200);
    }

    @Test
    void itIsTurnedOnAndOffOnlyWithThePassword() {
        assertThat(admin.post("/me/two-factor", Map.of("password", "guess")).code())
                .isEqualTo("identity.password-wrong");
        turnOn();
        assertThat(admin.post("/me/two-factor", Map.of("password", Company.PASSWORD))
                        .code())
                .isEqualTo("identity.two-factor-on");
        assertThat(admin.post("/me/two-factor/disable", Map.of("password", "guess"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/me/two-factor/disable", Map.of("password", Company.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(signIn("").status()).isEqualTo(200);
        assertThat(admin.post("/me/two-factor/confirm", Map.of("code", "123456"))
                        .code())
                .isEqualTo("identity.two-factor-off");
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        turnOn();
        Http.Answer renewed = admin.post("/me/two-factor/recovery-codes", Map.of("password", Company.PASSWORD));
        assertThat(renewed.json().path("recoveryCodes").size()).isEqualTo(10);
        assertThat(signIn(recoveryCodes.get(0)).code()).isEqualTo("identity.code-wrong");
        assertThat(signIn(renewed.text("/recoveryCodes/0")).status()).isEqualTo(200);
    }

    @Test
    void aResetLinkReplacesThePasswordButNotTheSecondFactor() {
        turnOn();
        Http.Answer link = admin.post("/users/" + Company.id(admin) + "/invite", Map.of());
        Http anyone = new Http(port);
        Map<String, String> answer = Map.of("password", "another good secret");

        Http.Answer refused = anyone.post("/invitations/" + Company.token(link), answer);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("code");
        assertThat(anyone.post(
                                "/invitations/" + Company.token(link),
                                Map.of("password", "another good secret", "code", recoveryCodes.get(0)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAdministratorHelpsWhoLostTheTelephone() {
        Http jan = company.join(admin, "representative");
        secret =
                jan.post("/me/two-factor", Map.of("password", Company.PASSWORD)).text("/secret");
        jan.post("/me/two-factor/confirm", Map.of("code", code(0)));
        assertThat(jan.post("/users/" + Company.id(admin) + "/two-factor/disable", Map.of())
                        .status())
                .isEqualTo(403);

        assertThat(admin.post("/users/" + Company.id(jan) + "/two-factor/disable", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(jan.get("/me").json().at("/user/twoFactor").asBoolean()).isFalse();
    }
}
