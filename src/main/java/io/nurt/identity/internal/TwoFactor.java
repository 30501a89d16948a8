package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Turns a person's second factor on and off. */
@Service
class TwoFactor {
    /**
     * @param secret to be typed into the app
     * @param otpauthUri the same as a QR code carries it
     */
    record Begun(String secret, String otpauthUri) {}

    private final Account account;
    private final CredentialStore credentials;
    private final SecondFactor secondFactor;
    private final Audit audit;
    private final InWorkspace transactions;

    TwoFactor(
            Account account,
            CredentialStore credentials,
            SecondFactor secondFactor,
            Audit audit,
            InWorkspace transactions) {
        this.account = account;
        this.credentials = credentials;
        this.secondFactor = secondFactor;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Gives a secret, which counts only once a code made with it has been shown. */
    Begun begin(@Nullable String password, ClientInfo client) {
        UserRow user = account.confirm(password, client);
        if (user.twoFactor()) {
            throw new Problem(IdentityProblem.TWO_FACTOR_ON);
        }
        String secret = Totp.newSecret();
        transactions.here(() -> {
            credentials.setSecondFactor(user.id(), secret, false);
            return true;
        });
        return new Begun(secret, Totp.uri(secret, Objects.requireNonNullElse(user.email(), user.name())));
    }

    /** @return recovery codes, shown once */
    List<String> confirm(@Nullable String code) {
        Caller caller = Caller.current();
        Account.session(caller);
        return transactions.here(() -> {
            UUID user = caller.userId();
            CredentialStore.SecondFactor factor = credentials.secondFactor(user);
            String secret = factor.secret();
            if (factor.confirmed()) {
                throw new Problem(IdentityProblem.TWO_FACTOR_ON);
            }
            if (secret == null) {
                throw new Problem(IdentityProblem.TWO_FACTOR_OFF);
            }
            credentials.setSecondFactor(user, secret, true);
            if (code == null || !secondFactor.usesCode(user, secret, code)) {
                throw new Problem(CommonProblem.INVALID).field("code", "identity.code-not-right");
            }
            audit.record("two-factor-enabled", "user", user, Map.of());
            return secondFactor.newRecoveryCodes(user);
        });
    }

    void turnOff(@Nullable String password, ClientInfo client) {
        UserRow user = confirmed(password, client);
        transactions.here(() -> {
            credentials.setSecondFactor(user.id(), null, false);
            credentials.replaceRecoveryCodes(user.id(), List.of());
            audit.record("two-factor-disabled", "user", user.id(), Map.of());
            return true;
        });
    }

    List<String> newRecoveryCodes(@Nullable String password, ClientInfo client) {
        UserRow user = confirmed(password, client);
        return transactions.here(() -> {
            audit.record("recovery-codes-renewed", "user", user.id(), Map.of());
            return secondFactor.newRecoveryCodes(user.id());
        });
    }

    private UserRow confirmed(@Nullable String password, ClientInfo client) {
        UserRow user = account.confirm(password, client);
        if (!user.twoFactor()) {
            throw new Problem(IdentityProblem.TWO_FACTOR_OFF);
        }
        return user;
    }
}
