package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.internal.SessionStore.SessionRow;
import io.nurt.identity.internal.TokenStore.TokenRow;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A signed-in person's own password, sessions and API tokens. */
@Service
class Account {
    static final int LONGEST_TOKEN_DAYS = 366;

    record IssuedToken(TokenRow row, String secret) {}

    private final UserStore users;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Access access;
    private final Audit audit;
    private final InWorkspace transactions;

    Account(
            UserStore users,
            CredentialStore credentials,
            SessionStore sessions,
            TokenStore tokens,
            Passwords passwords,
            Throttle throttle,
            Access access,
            Audit audit,
            InWorkspace transactions) {
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The session of a person; a token must not be enough to lock its owner out. */
    static UUID session(Caller caller) {
        UUID session = caller.sessionId();
        if (session == null) {
            throw new Problem(IdentityProblem.SESSION_NEEDED);
        }
        return session;
    }

    /** Makes sure that it is the person who sits there, not someone at their open screen. */
    UserRow confirm(@Nullable String password, ClientInfo client) {
        Caller caller = Caller.current();
        session(caller);
        UserRow user = transactions
                .here(() -> users.find(caller.userId()))
                .orElseThrow(() -> new Problem(CommonProblem.UNAUTHENTICATED));
        String email = Objects.requireNonNullElse(user.email(), "");
        throttle.admit(email, client.address());
        String hash =
                transactions.here(() -> credentials.passwordHash(user.id())).orElse(null);
        if (!passwords.matches(Objects.requireNonNullElse(password, ""), hash)) {
            throw new Problem(IdentityProblem.PASSWORD_WRONG);
        }
        throttle.succeeded(email, client.address());
        return user;
    }

    /** Sets a new password and ends all sessions but this one. */
    void changePassword(@Nullable String current, @Nullable String wanted, ClientInfo client) {
        UserRow user = confirm(current, client);
        Checks checks = new Checks();
        checks.password(wanted, user.email());
        checks.refuse(wanted != null && wanted.equals(current), "password", "identity.password-same")
                .done();
        String hash = passwords.hash(Objects.requireNonNull(wanted));
        transactions.here(() -> {
            credentials.setPassword(user.id(), hash);
            sessions.deleteOthers(user.id(), session(Caller.current()));
            access.changed(user.id());
            audit.record("password-changed", "user", user.id(), Map.of());
            return true;
        });
    }

    @Transactional(readOnly = true)
    List<SessionRow> sessions() {
        return sessions.of(Caller.current().userId());
    }

    @Transactional
    void endSession(UUID id) {
        Caller caller = Caller.current();
        session(caller);
        if (!sessions.delete(caller.userId(), id)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        ended(caller);
    }

    @Transactional
    void endOtherSessions() {
        Caller caller = Caller.current();
        sessions.deleteOthers(caller.userId(), session(caller));
        ended(caller);
    }

    private void ended(Caller caller) {
        access.changed(caller.userId());
        audit.record("sessions-ended", "user", caller.userId(), Map.of());
    }

    @Transactional(readOnly = true)
    List<TokenRow> tokens() {
        return tokens.of(Caller.current().userId());
    }

    @Transactional
    IssuedToken issueToken(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {
        Caller caller = Caller.current();
        session(caller);
        Checks checks = new Checks();
        String label = checks.name("name", name);
        checks.refuse(label.length() > 100, "name", "identity.token-name-long");
        Set<TokenScope> wanted = EnumSet.noneOf(TokenScope.class);
        checks.refuse(scopes == null || scopes.isEmpty(), "scopes", "common.required");
        for (String scope : Objects.requireNonNullElse(scopes, List.<String>of())) {
            wanted.add(checks.read("scopes", scope, "identity.scope-unknown", TokenScope.READ, TokenScope::of));
        }
        int life = days == null ? 90 : days;
        checks.refuse(life < 1 || life > LONGEST_TOKEN_DAYS, "days", "identity.days-out-of-range", LONGEST_TOKEN_DAYS)
                .done();
        String secret = Access.TOKEN_PREFIX + Secrets.next();
        TokenRow row = tokens.insert(Ids.next(), caller.userId(), label, Secrets.hash(secret), wanted, life);
        audit.record(
                "token-created",
                "token",
                row.id(),
                Map.of(
                        "name",
                        label,
                        "scopes",
                        wanted.stream().map(TokenScope::code).toList()));
        return new IssuedToken(row, secret);
    }

    @Transactional
    void revokeToken(UUID id) {
        Caller caller = Caller.current();
        session(caller);
        if (!tokens.delete(caller.userId(), id)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        access.changed(caller.userId());
        audit.record("token-revoked", "token", id, Map.of());
    }
}
