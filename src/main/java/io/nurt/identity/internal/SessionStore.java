package io.nurt.identity.internal;

import io.nurt.kernel.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {
    record Found(UUID workspaceId, UUID sessionId, UUID userId, Instant lastSeenAt) {}

    record SessionRow(
            UUID id,
            Instant createdAt,
            Instant lastSeenAt,
            @Nullable String userAgent,
            @Nullable String address) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Across workspaces, for the secret tells which. */
    Optional<Found> byHash(byte[] hash) {
        return jdbc.sql("select workspace_id, session_id, user_id, last_seen_at from nurt.session_by_hash(:hash)")
                .param("hash", hash)
                .query((row, number) -> new Found(
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "last_seen_at"))))
                .optional();
    }

    void insert(UUID id, UUID user, byte[] hash, ClientInfo client) {
        jdbc.sql("""
                        insert into nurt.user_session (id, user_id, token_hash, expires_at, user_agent, address)
                        values (:id, :user, :hash, now() + interval '30 days', :agent, :address)
                        """)
                .param("id", id)
                .param("user", user)
                .param("hash", hash)
                .param("agent", client.userAgent())
                .param("address", client.address())
                .update();
    }

    /** Thirty days without use end a session, and 90 days in any case, which is also the life of its cookie. */
    void touch(UUID id) {
        jdbc.sql("""
                        update nurt.user_session
                        set last_seen_at = now(),
                            expires_at = least(now() + interval '30 days', created_at + interval '90 days')
                        where id = :id
                        """).param("id", id).update();
    }

    List<SessionRow> of(UUID user) {
        return jdbc.sql("""
                        select id, created_at, last_seen_at, user_agent, address from nurt.user_session
                        where user_id = :user and expires_at > now() order by last_seen_at desc, id desc
                        """)
                .param("user", user)
                .query((row, number) -> new SessionRow(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "created_at")),
                        Objects.requireNonNull(Sql.instant(row, "last_seen_at")),
                        row.getString("user_agent"),
                        row.getString("address")))
                .list();
    }

    boolean delete(UUID user, UUID id) {
        return jdbc.sql("delete from nurt.user_session where user_id = :user and id = :id")
                        .param("user", user)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends all sessions of a user but one; all of them when that is null. */
    int deleteOthers(UUID user, @Nullable UUID kept) {
        return jdbc.sql("""
                        delete from nurt.user_session
                        where user_id = :user and (cast(:kept as uuid) is null or id <> cast(:kept as uuid))
                        """).param("user", user).param("kept", kept).update();
    }

    void deleteExpired(UUID user) {
        jdbc.sql("delete from nurt.user_session where user_id = :user and expires_at <= now()")
                .param("user", user)
                .update();
    }
}
