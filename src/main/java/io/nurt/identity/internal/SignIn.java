package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.internal.CredentialStore.Candidate;
import io.nurt.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Begins and ends sessions. */
@Service
class SignIn {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Throttle throttle;
    private final SessionStore sessions;
    private final Access access;
    private final Audit audit;
    private final InWorkspace transactions;

    SignIn(
            CredentialStore credentials,
            Passwords passwords,
            SecondFactor secondFactor,
            Throttle throttle,
            SessionStore sessions,
            Access access,
            Audit audit,
            InWorkspace transactions) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Checks who someone is and begins a session.
     *
     * @return the session's secret
     */
    String signIn(String email, String password, @Nullable String code, ClientInfo client) {
        throttle.admit(email, client.address());
        List<Candidate> candidates = transactions.here(() -> credentials.candidates(email.strip()));
        Candidate match = match(candidates, password);
        if (match == null) {
            candidates.forEach(candidate -> note(candidate, "sign-in-failed"));
            throw new Problem(IdentityProblem.SIGN_IN_FAILED);
        }
        switch (transactions.call(match.workspaceId(), () -> secondFactor.check(match.userId(), code))) {
            case NEEDED -> {
                throttle.undecided(email, client.address());
                throw new Problem(IdentityProblem.SECOND_FACTOR_REQUIRED);
            }
            case WRONG -> {
                note(match, "sign-in-failed");
                throw new Problem(IdentityProblem.CODE_WRONG);
            }
            case RIGHT -> throttle.succeeded(email, client.address());
        }
        return begin(match.workspaceId(), match.userId(), client);
    }

    /** The hash is compared for every candidate, and once where there is none: time must not tell who exists. */
    private @Nullable Candidate match(List<Candidate> candidates, String password) {
        if (candidates.isEmpty()) {
            passwords.matches(password, null);
            return null;
        }
        for (Candidate candidate : candidates) {
            if (passwords.matches(password, candidate.passwordHash())) {
                return candidate;
            }
        }
        return null;
    }

    /** Begins a session of someone whose identity is beyond doubt. */
    String begin(UUID workspace, UUID user, ClientInfo client) {
        return transactions.call(workspace, () -> {
            audit.recordBy(user, "signed-in");
            return access.begin(user, client);
        });
    }

    void signOut(Caller caller) {
        UUID session = caller.sessionId();
        if (session == null) {
            throw new Problem(IdentityProblem.SESSION_NEEDED);
        }
        transactions.run(caller.workspaceId(), () -> {
            sessions.delete(caller.userId(), session);
            access.changed(caller.userId());
            audit.record("signed-out", "user", caller.userId(), Map.of());
        });
    }

    private void note(Candidate candidate, String kind) {
        transactions.run(candidate.workspaceId(), () -> audit.recordBy(candidate.userId(), kind));
    }
}
