package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@NurtTest
@TestPropertySource(properties = "NURT_PUBLIC_URL=https://crm.example.com")
class BehindHttpsTest {
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
    void theCookieStaysOnHttps() {
        Http.Answer answer =
                new Http(port).post("/session", Map.of("email", company.email(), "password", Company.PASSWORD));
        assertThat(answer.header("Set-Cookie")).contains("Secure", "HttpOnly");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void linksLeadToThePublicAddress() {
        assertThat(admin.post("/users/invite", Map.of("email", Company.newEmail(), "role", "manager"))
                        .text("/link"))
                .startsWith("https://crm.example.com/invite?token=");
    }

    @Test
    void thePublicAddressIsOurOwnOriginWhateverHostTheProxyUses() {
        assertThat(admin.with("Origin", "https://crm.example.com")
                        .patch("/me", Map.of("name", "Anna"))
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("Origin", "https://crm.example.com.evil.example")
                        .patch("/me", Map.of("name", "Eve"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAddressIsTheOneTheProxyHasSeenNotTheOneTheClientClaims() {
        Http http = admin.with("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        http.patch("/workspace", Map.of("name", "Ours"));
        assertThat(http.get("/audit").text("/items/0/address")).isEqualTo("203.0.113.9");

        Http odd = admin.with("X-Forwarded-For", "<script>");
        odd.patch("/workspace", Map.of("name", "Ours again"));
        assertThat(odd.get("/audit").text("/items/0/address")).isEqualTo("127.0.0.1");
    }
}
