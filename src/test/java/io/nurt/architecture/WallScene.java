package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.architecture.Endpoints.Endpoint;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One of everything in a workspace, each named with a marker, and the addresses that lead to them. */
final class WallScene {
    private static final List<String> TABLES = List.of(
            "app_user",
            "team",
            "team_member",
            "api_token",
            "company",
            "contact",
            "contact_point",
            "address",
            "custom_field",
            "note",
            "saved_view",
            "pipeline",
            "stage",
            "lost_reason",
            "product",
            "exchange_rate",
            "deal",
            "deal_contact",
            "deal_product",
            "deal_event",
            "deal_pass",
            "stage_stay",
            "import",
            "import_file",
            "external_ref",
            "billing_plan",
            "invoice",
            "receipt",
            "forecast_quota",
            "forecast_submission");

    private final Map<String, String> ids = new HashMap<>();

    private WallScene() {}

    static WallScene build(Http admin, String marker) {
        WallScene scene = new WallScene();
        scene.keep("companies", admin.post("/companies", Map.of("name", marker, "ownerId", me(admin))));
        scene.keep("contacts", admin.post("/contacts", Map.of("lastName", marker, "ownerId", me(admin))));
        scene.keep(
                "deals",
                admin.post(
                        "/deals",
                        Map.of("title", marker, "amount", "10", "companyId", scene.id("companies"), "source", marker)));
        scene.keep(
                "notes",
                admin.post("/notes", Map.of("recordKind", "deal", "recordId", scene.id("deals"), "body", marker)));
        scene.keep(
                "custom-fields",
                admin.post("/custom-fields", Map.of("recordKind", "deal", "label", marker, "type", "text")));
        scene.keep(
                "views",
                admin.post(
                        "/views", Map.of("recordKind", "deal", "name", marker, "shared", false, "config", Map.of())));
        scene.keep("products", admin.post("/products", Map.of("name", marker)));
        scene.keep("teams", admin.post("/teams", Map.of("name", marker)));
        scene.keep("lost-reasons", admin.post("/lost-reasons", Map.of("name", marker)));
        scene.keep(
                "invoices",
                admin.post(
                        "/forecast/invoices",
                        Map.of(
                                "number", marker,
                                "dealId", scene.id("deals"),
                                "amount", "10",
                                "issuedOn", "2026-01-02",
                                "dueOn", "2026-01-16")));
        scene.keep("imports", admin.post("/imports", Map.of("name", marker)));
        scene.ids.put("pipelines", admin.get("/pipelines").text("/0/id"));
        scene.ids.put("stages", admin.get("/pipelines").text("/0/stages/0/id"));
        scene.ids.put("users", me(admin));
        return scene;
    }

    private static String me(Http admin) {
        return admin.get("/me").text("/user/id");
    }

    private void keep(String kind, Http.Answer made) {
        assertThat(made.status()).as(kind + ": " + made.raw().body()).isBetween(200, 201);
        ids.put(kind, made.text("/id"));
    }

    String id(String kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    /** The endpoint's address with the ids of this scene's records where it names one. */
    String path(Endpoint endpoint) {
        String named = endpoint.pattern().replaceFirst("/\\{.*", "").replaceFirst(".*/", "");
        String known = ids.getOrDefault(named, UUID.randomUUID().toString());
        return endpoint.pattern()
                .substring("/api/v1".length())
                .replaceFirst("\\{[^}]+}", known)
                .replace("{stageId}", id("stages"))
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** A checksum of each table of the workspace. */
    Map<String, String> fingerprint(JdbcClient jdbc, PlatformTransactionManager transactions, UUID workspace) {
        Map<String, String> sums = new TreeMap<>();
        WorkspaceScope.run(
                workspace,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    for (String table : TABLES) {
                        String row = table.equals("app_user") ? "(to_jsonb(t) - 'last_seen_at')::text" : "t::text";
                        sums.put(
                                table,
                                jdbc.sql("select count(*) || ' ' || coalesce(md5(string_agg(" + row + ", '|' order by "
                                                + row + ")), '') from nurt." + table + " t")
                                        .query(String.class)
                                        .single());
                    }
                }));
        return sums;
    }
}
