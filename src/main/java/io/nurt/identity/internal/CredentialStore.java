package io.nurt.identity.internal;

import io.nurt.platform.SecretBox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords and second factors. */
@Repository
class CredentialStore {
    /** A user who may be the one that signs in. */
    record Candidate(UUID workspaceId, UUID userId, String passwordHash) {}

    /** @param secret null when there is none, or when it was sealed with a key that is not ours */
    record SecondFactor(
            @Nullable String secret,
            boolean confirmed,
            @Nullable Long lastStep) {}

    private static final Logger log = LoggerFactory.getLogger(CredentialStore.class);

    private final JdbcClient jdbc;
    private final SecretBox box;

    CredentialStore(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** Across workspaces: the one look-up that must come before any is known. */
    List<Candidate> candidates(String email) {
        return jdbc.sql("select workspace_id, user_id, password_hash from nurt.sign_in_candidates(:email)")
                .param("email", email)
                .query((row, number) -> new Candidate(
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("password_hash")))
                .list();
    }

    Optional<String> passwordHash(UUID user) {
        return jdbc.sql("select password_hash from nurt.app_user where id = :id and password_hash is not null")
                .param("id", user)
                .query(String.class)
                .optional();
    }

    void setPassword(UUID user, String hash) {
        jdbc.sql("update nurt.app_user set password_hash = :hash, version = version + 1 where id = :id")
                .param("id", user)
                .param("hash", hash)
                .update();
    }

    SecondFactor secondFactor(UUID user) {
        return jdbc.sql("select totp_secret, totp_confirmed, totp_last_step from nurt.app_user where id = :id")
                .param("id", user)
                .query((row, number) -> new SecondFactor(
                        clear(user, row.getString("totp_secret")),
                        row.getBoolean("totp_confirmed"),
                        row.getObject("totp_last_step", Long.class)))
                .single();
    }

    private @Nullable String clear(UUID user, @Nullable String stored) {
        if (stored == null || !SecretBox.isSealed(stored)) {
            return stored;
        }
        Optional<String> secret = box.open(stored, user.toString());
        if (secret.isEmpty()) {
            log.warn(
                    "The second factor of user {} was encrypted with another key. Give this server that key, or let an"
                            + " administrator turn the second factor off; recovery codes work.",
                    user);
        }
        return secret.orElse(null);
    }

    /** A secret that is stored as it is, from before secrets were sealed. */
    record Unsealed(UUID workspaceId, UUID userId) {}

    /** Across workspaces. */
    List<Unsealed> unsealed() {
        return jdbc.sql("select workspace_id, user_id from nurt.unsealed_second_factors()")
                .query((row, number) ->
                        new Unsealed(row.getObject("workspace_id", UUID.class), row.getObject("user_id", UUID.class)))
                .list();
    }

    /** Seals what is stored; the secret stays the same. */
    void seal(UUID user) {
        String stored = jdbc.sql("select totp_secret from nurt.app_user where id = :id for update")
                .param("id", user)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
        if (SecretBox.isSealed(stored)) {
            return;
        }
        jdbc.sql("update nurt.app_user set totp_secret = :sealed where id = :id and totp_secret = :clear")
                .param("id", user)
                .param("sealed", box.seal(stored, user.toString()))
                .param("clear", stored)
                .update();
    }

    void setSecondFactor(UUID user, @Nullable String secret, boolean confirmed) {
        jdbc.sql("""
                        update nurt.app_user
                        set totp_secret = :secret, totp_confirmed = :confirmed, totp_last_step = null, version = version + 1
                        where id = :id
                        """)
                .param("id", user)
                .param("secret", secret == null ? null : box.seal(secret, user.toString()))
                .param("confirmed", confirmed)
                .update();
    }

    /** Uses up a time step; false when this one or a later one has been used. */
    boolean useStep(UUID user, long step) {
        return jdbc.sql("""
                                update nurt.app_user set totp_last_step = :step
                                where id = :id and (totp_last_step is null or totp_last_step < :step)
                                """).param("id", user).param("step", step).update() == 1;
    }

    /** Uses up a recovery code; false when there is no such code. */
    boolean useRecoveryCode(UUID user, byte[] hash) {
        return jdbc.sql("delete from nurt.recovery_code where user_id = :id and code_hash = :hash")
                        .param("id", user)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(UUID user, List<byte[]> hashes) {
        jdbc.sql("delete from nurt.recovery_code where user_id = :id")
                .param("id", user)
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into nurt.recovery_code (user_id, code_hash) values (:id, :hash)")
                    .param("id", user)
                    .param("hash", hash)
                    .update();
        }
    }
}
