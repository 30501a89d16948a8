package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.architecture.Endpoints.Endpoint;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint there is, so that a new one is behind the walls from its first day: as nobody, as the administrator of
 * another workspace, as one who only reads, as one who sees only their own records.
 */
@NurtTest
class EndpointWallTest {
    /** Open to all, by intent. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/v1/session",
            "DELETE /api/v1/session",
            "GET /api/v1/setup",
            "POST /api/v1/setup",
            "GET /api/v1/invitations/{token}",
            "POST /api/v1/invitations/{token}",
            "GET /api/v1/openapi.json",
            "GET /api/v1/openapi.json.yaml",
            "GET /api/v1/openapi.yaml");

    /** A user's own account and own views are theirs whatever their role. */
    private static final Set<String> OWN =
            Set.of("me", "sessions", "session", "tokens", "setup", "invitations", "views");

    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String marker = "Zasłonięte-" + UUID.randomUUID();
    private List<Endpoint> endpoints = List.of();
    private Company company;
    private Http administrator;
    private WallScene scene;

    @BeforeEach
    void aWorkspaceWithOneOfEverything() {
        endpoints = Endpoints.of(mapping);
        company = companies.make(port);
        administrator = company.administrator();
        scene = WallScene.build(administrator, marker);
    }

    @Test
    void everyEndpointIsSeen() {
        assertThat(endpoints).hasSizeGreaterThan(60);
        assertThat(endpoints).extracting(Endpoint::toString).contains("GET /api/v1/deals/{id}", "POST /api/v1/deals");
    }

    /** The control: what is looked for is there to be found, and no endpoint falls over an unusual request. */
    @Test
    void theAdministratorFindsTheirOwnRecordsAndNothingFallsOver() {
        List<String> found = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<Endpoint> readsFirst = new ArrayList<>(endpoints);
        readsFirst.sort(Comparator.comparing(endpoint -> !endpoint.method().equals("GET")));
        for (Endpoint endpoint : readsFirst) {
            if (endpoint.streams() || endpoint.method().equals("DELETE") || OPEN.contains(endpoint.toString())) {
                continue;
            }
            Http.Answer answer = administrator.send(endpoint.method(), scene.path(endpoint), endpoint.body());
            if (answer.status() >= 500) {
                broken.add(endpoint + " -> " + beginning(answer));
            }
            if (endpoint.method().equals("GET") && leaks(answer)) {
                found.add(endpoint.toString());
            }
        }
        assertThat(broken).isEmpty();
        assertThat(found)
                .contains(
                        "GET /api/v1/deals", "GET /api/v1/companies/{id}", "GET /api/v1/pipelines/{pipelineId}/board");
        assertThat(found).hasSizeGreaterThan(12);
    }

    @Test
    void nobodyGetsIn() {
        List<String> wrong = new ArrayList<>();
        Http nobody = new Http(port);
        for (Endpoint endpoint : endpoints) {
            Http.Answer answer = nobody.send(endpoint.method(), scene.path(endpoint), endpoint.body());
            if (!OPEN.contains(endpoint.toString()) && answer.status() != 401) {
                wrong.add(endpoint + " -> " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theAdministratorOfAnotherWorkspaceSeesAndChangesNothing() {
        Http stranger = companies.make(port).administrator();
        Map<String, String> before = scene.fingerprint(jdbc, transactions, company.id());
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.streams()) {
                continue; // who hears what in the live stream has a test of its own
            }
            Http.Answer answer = stranger.send(endpoint.method(), scene.path(endpoint), endpoint.body());
            boolean names = endpoint.variables() > 0 && !endpoint.first().equals("undo");
            if (leaks(answer) || (names && answer.status() < 400)) {
                wrong.add(endpoint + " -> " + answer.status() + " " + beginning(answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(scene.fingerprint(jdbc, transactions, company.id())).isEqualTo(before);
    }

    @Test
    void aStakeholderChangesNothing() {
        Http reader = company.join(administrator, "stakeholder");
        Map<String, String> before = scene.fingerprint(jdbc, transactions, company.id());
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.method().equals("GET") && !OWN.contains(endpoint.first())) {
                Http.Answer answer = reader.send(endpoint.method(), scene.path(endpoint), endpoint.body());
                if (answer.status() < 400) {
                    wrong.add(endpoint + " -> " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(scene.fingerprint(jdbc, transactions, company.id())).isEqualTo(before);
    }

    @Test
    void aRepresentativeWhoSeesTheirOwnFindsNothingOfTheAdministrators() {
        Http own = company.join(administrator, "representative");
        Set<String> wrong = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            boolean shared = Set.of(
                            "pipelines", "products", "custom-fields", "teams", "workspace", "views", "lost-reasons")
                    .contains(endpoint.first());
            if (endpoint.method().equals("GET") && !endpoint.streams() && !shared) {
                Http.Answer answer = own.send("GET", scene.path(endpoint), null);
                if (leaks(answer)) {
                    wrong.add(endpoint + " -> " + beginning(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean leaks(Http.Answer answer) {
        String body = answer.raw().body();
        return body.contains(marker) && !body.contains("\"status\":4");
    }

    private static String beginning(Http.Answer answer) {
        String body = answer.raw().body();
        return body.substring(0, Math.min(160, body.length()));
    }
}
