package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.platform.SecretBox;
import io.nurt.platform.SecretKey;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has the database alone does not have anybody's second factor. */
@NurtTest
class SealedSecondFactorTest {
    @Autowired
    Setup setup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InWorkspace transactions;

    @Autowired
    SealSecondFactors sealing;

    @LocalServerPort
    int port;

    private Company company;
    private UUID user;
    private String secret;
    private String recoveryCode;

    @BeforeEach
    void someoneWithASecondFactor() {
        company = new Company(setup, port);
        Http admin = company.administrator();
        user = UUID.fromString(Company.id(admin));
        secret = admin.post("/me/two-factor", Map.of("password", Company.PASSWORD))
                .text("/secret");
        Http.Answer confirmed = admin.post(
                "/me/two-factor/confirm",
                Map.of("code", Totp.code(secret, Instant.now().minusSeconds(30))));
        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        recoveryCode = confirmed.text("/recoveryCodes/0");
    }

    private String stored() {
        return transactions.call(
                company.id(),
                () -> jdbc.sql("select totp_secret from nurt.app_user where id = :id")
                        .param("id", user)
                        .query(String.class)
                        .single());
    }

    private void store(String text) {
        transactions.call(
                company.id(),
                () -> jdbc.sql("update nurt.app_user set totp_secret = :text where id = :id")
                        .param("text", text)
                        .param("id", user)
                        .update());
    }

    private Http.Answer signIn(String code) {
        return new Http(port)
                .post("/session", Map.of("email", company.email(), "password", Company.PASSWORD, "code", code));
    }

    @Test
    void theDatabaseHoldsItSealedAndCodesWork() {
        assertThat(stored()).startsWith("v1:").doesNotContain(secret);
        assertThat(signIn(Totp.code(secret, Instant.now())).status()).isEqualTo(200);
    }

    @Test
    void oneFromBeforeIsSealedAtTheNextStartAndWorksAsItDid() {
        store(secret);
        assertThat(signIn(Totp.code(secret, Instant.now())).status()).isEqualTo(200);

        assertThat(sealing.seal()).isEqualTo(1);

        assertThat(stored()).startsWith("v1:").doesNotContain(secret);
        assertThat(signIn(Totp.code(secret, Instant.now().plusSeconds(30))).status())
                .isEqualTo(200);
        assertThat(sealing.seal()).isZero();
    }

    @Test
    void withoutItsKeyNoCodeOpensTheDoorButARecoveryCodeDoes() {
        SecretBox other = new SecretBox(() -> SecretKey.parse("ab".repeat(32), "test"));
        store(other.seal(secret, user.toString()));

        assertThat(signIn("").code()).isEqualTo("identity.second-factor-required");
        assertThat(signIn(Totp.code(secret, Instant.now())).code()).isEqualTo("identity.code-wrong");
        assertThat(signIn(recoveryCode).status()).isEqualTo(200);
    }
}
