package io.nurt.identity.internal;

import io.nurt.kernel.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
    record Found(UUID workspaceId, UUID invitationId, UUID userId) {}

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Across workspaces, for the secret tells which. */
    Optional<Found> byHash(byte[] hash) {
        return jdbc.sql("select workspace_id, invitation_id, user_id from nurt.invitation_by_hash(:hash)")
                .param("hash", hash)
                .query((row, number) -> new Found(
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("invitation_id", UUID.class),
                        row.getObject("user_id", UUID.class)))
                .optional();
    }

    /** A user has one link at most: a new one ends the old ones. */
    void replace(UUID user, byte[] hash, UUID by, int hours) {
        end(user);
        jdbc.sql("""
                        insert into nurt.invitation (id, user_id, token_hash, invited_by, expires_at)
                        values (:id, :user, :hash, :by, now() + make_interval(hours => :hours))
                        """)
                .param("id", Ids.next())
                .param("user", user)
                .param("hash", hash)
                .param("by", by)
                .param("hours", hours)
                .update();
    }

    void end(UUID user) {
        jdbc.sql("delete from nurt.invitation where user_id = :user and used_at is null")
                .param("user", user)
                .update();
    }

    /** Uses a link up; false when that was done, or it was replaced, a moment ago. */
    boolean use(UUID id) {
        return jdbc.sql("""
                                update nurt.invitation set used_at = now()
                                where id = :id and used_at is null and expires_at > now()
                                """).param("id", id).update() == 1;
    }

    @Nullable
    String invitedBy(UUID id) {
        return jdbc.sql("""
                        select u.name from nurt.invitation i join nurt.app_user u on u.id = i.invited_by where i.id = :id
                        """).param("id", id).query(String.class).optional().orElse(null);
    }
}
