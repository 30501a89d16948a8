package io.nurt.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who stands behind a session or a token. Remembered for a few seconds, so that a busy client costs no query; what ends a
 * session or changes rights is known at once here and within those seconds in other processes.
 */
@Service
class Access {
    static final String TOKEN_PREFIX = "nurt_pat_";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final UserStore users;
    private final TeamStore teams;
    private final InWorkspace transactions;
    private final Cache<String, Caller> callers = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Access(SessionStore sessions, TokenStore tokens, UserStore users, TeamStore teams, InWorkspace transactions) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
        this.teams = teams;
        this.transactions = transactions;
    }

    Optional<Caller> bySession(String secret) {
        byte[] hash = Secrets.hash(secret);
        return remembered(hash, () -> loadSession(hash));
    }

    Optional<Caller> byToken(String secret) {
        byte[] hash = Secrets.hash(secret);
        return remembered(hash, () -> loadToken(hash));
    }

    private interface Load {
        @Nullable
        Caller caller();
    }

    private Optional<Caller> remembered(byte[] hash, Load load) {
        String key = HexFormat.of().formatHex(hash);
        Caller known = callers.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(callers.get(key, absent -> load.caller()));
    }

    private @Nullable Caller loadSession(byte[] hash) {
        SessionStore.Found found =
                transactions.here(() -> sessions.byHash(hash)).orElse(null);
        if (found == null) {
            return null;
        }
        return transactions
                .call(
                        found.workspaceId(),
                        () -> users.find(found.userId()).filter(UserRow::active).map(user -> {
                            if (found.lastSeenAt().plus(SEEN_EVERY).isBefore(Instant.now())) {
                                sessions.touch(found.sessionId());
                                users.seen(user.id());
                            }
                            return caller(
                                    found.workspaceId(), user, user.role().permissions(), "user", found.sessionId());
                        }))
                .orElse(null);
    }

    private @Nullable Caller loadToken(byte[] hash) {
        TokenStore.Found found = transactions.here(() -> tokens.byHash(hash)).orElse(null);
        if (found == null) {
            return null;
        }
        return transactions
                .call(
                        found.workspaceId(),
                        () -> users.find(found.userId()).filter(UserRow::active).map(user -> {
                            tokens.used(found.tokenId());
                            Set<Permission> left = TokenScope.narrow(user.role().permissions(), found.scopes());
                            return caller(found.workspaceId(), user, left, "api", null);
                        }))
                .orElse(null);
    }

    private Caller caller(
            UUID workspace, UserRow user, Set<Permission> permissions, String origin, @Nullable UUID session) {
        return new Caller(
                workspace,
                user.id(),
                user.name(),
                user.role(),
                permissions,
                new TeamTree(teams.all()).of(user.id(), user.visibility()),
                user.language(),
                user.zone(),
                origin,
                session);
    }

    /** Begins a session of a user of the current transaction's workspace; gives its secret. */
    String begin(UUID user, ClientInfo client) {
        String secret = Secrets.next();
        sessions.deleteExpired(user);
        sessions.insert(Ids.next(), user, Secrets.hash(secret), client);
        users.seen(user);
        return secret;
    }

    /** A user's rights, name or sessions have changed in the current transaction. */
    void changed(UUID user) {
        AfterCommit.run(() ->
                callers.asMap().values().removeIf(caller -> caller.userId().equals(user)));
    }

    /** Teams have changed in the current transaction, and with them who sees what. */
    void teamsChanged() {
        AfterCommit.run(callers::invalidateAll);
    }
}
