package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.testing.Http;
import io.nurt.testing.TestWorkspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workspace of its own whose administrator imports over HTTP. */
final class ImportPlace {
    private static final JsonMapper JSON = new JsonMapper();
    /** What an import leaves behind by design: itself, its files, its trail. */
    private static final List<String> OWN =
            List.of("nurt.import", "nurt.import_file", "nurt.import_chunk", "nurt.import_refusal", "nurt.audit_event");

    final TestWorkspace workspace;
    final Caller admin;
    final Http http;
    private final JdbcClient jdbc;
    private final int port;
    private final String cookie;

    ImportPlace(JdbcClient jdbc, PlatformTransactionManager transactions, int port) {
        this.jdbc = jdbc;
        this.port = port;
        this.workspace = new TestWorkspace(jdbc, transactions);
        this.admin = workspace.user(Role.ADMINISTRATOR);
        this.cookie = cookie(admin);
        this.http = client(cookie);
    }

    private Http client(String session) {
        return new Http(port).with("Cookie", session);
    }

    /** Someone else of this workspace. */
    Http http(Caller user) {
        return client(cookie(user));
    }

    private String cookie(Caller user) {
        String secret = UUID.randomUUID().toString();
        workspace.inside(() -> jdbc.sql("""
                        update nurt.app_user set status = 'active', email = id || '@example.com', password_hash = 'none'
                        where id = :user
                        """).param("user", user.userId()).update());
        workspace.inside(() -> jdbc.sql("""
                        insert into nurt.user_session (id, user_id, token_hash, expires_at)
                        values (:id, :user, sha256(convert_to(:secret, 'UTF8')), now() + interval '1 day')
                        """)
                .param("id", Ids.next())
                .param("user", user.userId())
                .param("secret", secret)
                .update());
        return "nurt_session=" + secret;
    }

    /** A new draft. */
    String draft() {
        Http.Answer created = http.post("/imports", Map.of("name", "Sales"));
        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
        return created.text("/id");
    }

    JsonNode upload(String importId, Path file) throws IOException {
        return upload(importId, file.getFileName().toString(), Files.readAllBytes(file));
    }

    JsonNode upload(String importId, String name, String content) {
        return upload(importId, name, content.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode upload(String importId, String name, byte[] content) {
        HttpResponse<String> answer = send(importId, name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> send(String importId, String name, byte[] content) {
        return http.upload("/imports/" + importId + "/files", name, content).raw();
    }

    /** Runs it to its end. */
    JsonNode run(String importId) {
        Http.Answer accepted = http.post("/imports/" + importId + "/run", Map.of());
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(202);
        return await(importId, "done");
    }

    JsonNode undo(String importId) {
        Http.Answer accepted = http.post("/imports/" + importId + "/undo", Map.of());
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(202);
        return await(importId, "undone");
    }

    /** Waits until it is in that state, or in one that it does not leave. */
    JsonNode await(String importId, String status) {
        long end = System.nanoTime() + 240_000_000_000L;
        while (true) {
            JsonNode now = http.get("/imports/" + importId).json();
            String at = now.path("status").asString();
            long done = now.path("doneRows").asLong();
            assertThat(done)
                    .as("every row ends in exactly one way")
                    .isEqualTo(now.path("created").asLong()
                            + now.path("updated").asLong()
                            + now.path("unchanged").asLong()
                            + now.path("refused").asLong());
            if (at.equals(status)) {
                return now;
            }
            if (at.equals("failed") || System.nanoTime() > end) {
                throw new AssertionError("the import is " + at + ": " + now.path("failure"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode preview(String importId) {
        Http.Answer answer = http.post("/imports/" + importId + "/preview", Map.of());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    /** Why rows were refused, in the order of files and rows. */
    List<String> reasons(String importId) {
        List<String> reasons = new ArrayList<>();
        http.get("/imports/" + importId + "/refusals?limit=200")
                .json()
                .path("items")
                .forEach(refusal -> reasons.add(refusal.path("reason").asString()));
        return reasons;
    }

    /** Accepts what is proposed for unification. */
    void unify(String importId) {
        JsonNode proposals = http.get("/imports/" + importId + "/proposals").json();
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (JsonNode one : proposals.path("unifications")) {
            accepted.add(Map.of(
                    "fileId", one.path("fileId").asString(),
                    "column", one.path("column").asInt(),
                    "variant", one.path("variant").asString(),
                    "canonical", one.path("canonical").asString()));
        }
        Http.Answer changed = http.patch("/imports/" + importId, Map.of("options", Map.of("unifications", accepted)));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    }

    long count(String sql) {
        return workspace.inside(() -> jdbc.sql(sql).query(Long.class).single());
    }

    <T> List<T> list(String sql, Class<T> type) {
        return workspace.inside(() -> jdbc.sql(sql).query(type).list());
    }

    /** How many rows each table has for this workspace, but for what an import leaves by design. */
    Map<String, Long> counts() {
        List<String> tables = list(
                "select 'nurt.' || table_name from information_schema.columns where table_schema = 'nurt'"
                        + " and column_name = 'workspace_id' order by 1",
                String.class);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : tables) {
            if (!OWN.contains(table)) {
                counts.put(table, count("select count(*) from " + table));
            }
        }
        return counts;
    }

    static Map<String, Object> map(JsonNode node) {
        return new HashMap<>(JSON.convertValue(node, Map.class));
    }
}
