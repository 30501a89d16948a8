package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.WorkspaceCreated;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** In a server of its own, for it must be one without any workspace. */
@NurtTest
@Import(SetupTest.Heard.class)
class SetupTest {
    static class Heard {
        final List<WorkspaceCreated> events = new CopyOnWriteArrayList<>();

        @EventListener
        void created(WorkspaceCreated event) {
            events.add(event);
        }
    }

    @Autowired
    Setup setup;

    @Autowired
    Heard heard;

    @LocalServerPort
    int port;

    /** One test, because each step needs the one before. */
    @Test
    void theFirstAdministratorComesThroughALinkThatWorksOnce() {
        Http http = new Http(port);
        String old = setup.newLink();
        String token = setup.newLink();
        assertThat(http.get("/setup?token=" + old).json().path("tokenValid").asBoolean())
                .isFalse();
        assertThat(http.get("/setup?token=" + token).json().path("tokenValid").asBoolean())
                .isTrue();
        assertThat(http.get("/setup").json().path("needed").asBoolean()).isTrue();

        assertThat(http.post("/setup", request("invented")).code()).isEqualTo("identity.link-ended");
        Map<String, String> weak = request(token);
        weak.putAll(Map.of("password", "short", "currency", "ZZZZ", "zone", "nowhere", "email", "anna"));
        Http.Answer refused = http.post("/setup", weak);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("password", "currency", "zone", "email");

        Http.Answer created = http.post("/setup", request(token));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/user/role")).isEqualTo("administrator");
        assertThat(created.text("/workspace/name")).isEqualTo("Żuraw sp. z o.o.");
        assertThat(http.get("/me").status()).isEqualTo(200);
        assertThat(heard.events).hasSize(1);
        assertThat(heard.events.get(0).workspaceId()).hasToString(created.text("/workspace/id"));

        assertThat(http.get("/setup?token=" + token).json().path("needed").asBoolean())
                .isFalse();
        assertThat(http.post("/setup", request(token)).code()).isEqualTo("identity.already-set-up");
        assertThat(http.post("/setup", request(setup.newLink())).code()).isEqualTo("identity.already-set-up");
    }

    @Test
    void theLinkNamesThePortThatTheSystemChose() {
        assertThat(SetupLink.address(URI.create("http://localhost:0"), 4711)).isEqualTo("http://localhost:4711");
        assertThat(SetupLink.address(URI.create("https://crm.example.com"), 8080))
                .isEqualTo("https://crm.example.com");
    }

    private static Map<String, String> request(String token) {
        return new HashMap<>(Map.of(
                "token", token,
                "workspaceName", "Żuraw sp. z o.o.",
                "currency", "PLN",
                "zone", "Europe/Warsaw",
                "language", "pl",
                "name", "Anna Nowak",
                "email", "anna@example.com",
                "password", Company.PASSWORD));
    }
}
