package io.nurt.identity.internal;

import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {
    record Found(UUID workspaceId, UUID tokenId, UUID userId, Set<TokenScope> scopes) {}

    record TokenRow(
            UUID id,
            String name,
            Set<TokenScope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Across workspaces, for the secret tells which. */
    Optional<Found> byHash(byte[] hash) {
        return jdbc.sql("select workspace_id, token_id, user_id, scopes from nurt.token_by_hash(:hash)")
                .param("hash", hash)
                .query((row, number) -> new Found(
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("token_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        scopes(row)))
                .optional();
    }

    TokenRow insert(UUID id, UUID user, String name, byte[] hash, Set<TokenScope> scopes, int days) {
        return jdbc.sql("""
                        insert into nurt.api_token (id, user_id, name, token_hash, scopes, expires_at)
                        values (:id, :user, :name, :hash, cast(:scopes as text[]), now() + make_interval(days => :days))
                        returning id, name, scopes, created_at, expires_at, last_used_at
                        """)
                .param("id", id)
                .param("user", user)
                .param("name", name)
                .param("hash", hash)
                .param("scopes", scopes.stream().sorted().map(TokenScope::code).toArray(String[]::new))
                .param("days", days)
                .query(TokenStore::row)
                .single();
    }

    List<TokenRow> of(UUID user) {
        return jdbc.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at from nurt.api_token
                        where user_id = :user order by created_at desc, id desc
                        """).param("user", user).query(TokenStore::row).list();
    }

    boolean delete(UUID user, UUID id) {
        return jdbc.sql("delete from nurt.api_token where user_id = :user and id = :id")
                        .param("user", user)
                        .param("id", id)
                        .update()
                == 1;
    }

    int deleteAll(UUID user) {
        return jdbc.sql("delete from nurt.api_token where user_id = :user")
                .param("user", user)
                .update();
    }

    /** Remembers use, at most once a minute. */
    void used(UUID id) {
        jdbc.sql("""
                        update nurt.api_token set last_used_at = now()
                        where id = :id and (last_used_at is null or last_used_at < now() - interval '1 minute')
                        """).param("id", id).update();
    }

    private static TokenRow row(ResultSet row, int number) throws SQLException {
        return new TokenRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")),
                Sql.instant(row, "last_used_at"));
    }

    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("scopes").getArray();
        return Arrays.stream(codes).map(TokenScope::of).collect(Collectors.toSet());
    }
}
