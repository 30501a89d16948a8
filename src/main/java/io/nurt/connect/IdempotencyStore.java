package io.nurt.connect;

import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Keys and answers. Commits do not wait for the disk: the log is written in order, so a claim is on disk whenever the work
 * it guards is, and a lost answer only makes a repeat be told that the outcome is not known.
 */
@Component
class IdempotencyStore {
    private static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "ETag", "Location", "Undo-Token", "Cache-Control");
    private static final int UNKNOWN = -1;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    IdempotencyStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Claim(boolean mine, boolean sameRequest, int status, Map<String, String> headers, byte[] body) {
        boolean answered() {
            return !mine && sameRequest && status > 0;
        }

        /** Why a request whose key is claimed already gets no answer. */
        ConnectProblem refusal() {
            if (!sameRequest) {
                return ConnectProblem.KEY_REUSED;
            }
            return status == UNKNOWN ? ConnectProblem.KEY_OUTCOME_UNKNOWN : ConnectProblem.KEY_IN_USE;
        }
    }

    @Transactional
    public Claim claim(UUID user, String key, byte[] hash) {
        dontWait();
        jdbc.sql(
                        "delete from nurt.idempotency_key where user_id = :user and key = :key and created_at < now() - interval '1 day'")
                .param("user", user)
                .param("key", key)
                .update();
        int inserted = jdbc.sql("""
                        insert into nurt.idempotency_key (user_id, key, request_hash) values (:user, :key, :hash)
                        on conflict do nothing
                        """)
                .param("user", user)
                .param("key", key)
                .param("hash", hash)
                .update();
        if (inserted == 1) {
            return new Claim(true, true, 0, Map.of(), new byte[0]);
        }
        return jdbc.sql("""
                        select request_hash, coalesce(status, 0) as status, headers, coalesce(body, '') as body
                        from nurt.idempotency_key where user_id = :user and key = :key
                        """)
                .param("user", user)
                .param("key", key)
                .query((row, n) -> new Claim(
                        false,
                        MessageDigest.isEqual(row.getBytes("request_hash"), hash),
                        row.getInt("status"),
                        json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                        row.getBytes("body")))
                .single();
    }

    @Transactional
    public void answered(UUID user, String key, int status, HttpServletResponse response, byte[] body) {
        dontWait();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        jdbc.sql("""
                        update nurt.idempotency_key set status = :status, headers = cast(:headers as jsonb), body = :body
                        where user_id = :user and key = :key
                        """)
                .param("status", status)
                .param("headers", json.writeValueAsString(headers))
                .param("body", body)
                .param("user", user)
                .param("key", key)
                .update();
    }

    /** Keeps the key without an answer: something was written, and how far the request came is not known. */
    @Transactional
    public void unknown(UUID user, String key) {
        jdbc.sql("update nurt.idempotency_key set status = :status where user_id = :user and key = :key")
                .param("status", UNKNOWN)
                .param("user", user)
                .param("key", key)
                .update();
    }

    /** Gives the key back: the request failed before anything of it was written, so it may be tried again. */
    @Transactional
    public void release(UUID user, String key) {
        dontWait();
        jdbc.sql("delete from nurt.idempotency_key where user_id = :user and key = :key")
                .param("user", user)
                .param("key", key)
                .update();
    }

    private void dontWait() {
        jdbc.sql("set local synchronous_commit = off").update();
    }
}
