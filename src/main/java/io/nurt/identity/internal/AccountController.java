package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.internal.SessionStore.SessionRow;
import io.nurt.identity.internal.TokenStore.TokenRow;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own password, second factor, sessions and API tokens. */
@RestController
@RequestMapping("/api/v1/me")
class AccountController {
    record NewPassword(@Nullable String current, @Nullable String password) {
        @Override
        public String toString() {
            return "new password";
        }
    }

    record Confirmation(@Nullable String password) {
        @Override
        public String toString() {
            return "confirmation";
        }
    }

    record Code(@Nullable String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    record SessionView(
            UUID id,
            Instant createdAt,
            Instant lastSeenAt,
            @Nullable String userAgent,
            @Nullable String address,
            boolean current) {
        static SessionView of(SessionRow row) {
            return new SessionView(
                    row.id(),
                    row.createdAt(),
                    row.lastSeenAt(),
                    row.userAgent(),
                    row.address(),
                    row.id().equals(Caller.current().sessionId()));
        }
    }

    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days) {}

    record TokenView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static TokenView of(TokenRow row) {
            return new TokenView(
                    row.id(),
                    row.name(),
                    row.scopes().stream().sorted().map(TokenScope::code).toList(),
                    row.createdAt(),
                    row.expiresAt(),
                    row.lastUsedAt());
        }
    }

    /** @param token the secret, shown this once */
    record IssuedTokenView(
            UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt, String token) {}

    private final Account account;
    private final TwoFactor twoFactor;

    AccountController(Account account, TwoFactor twoFactor) {
        this.account = account;
        this.twoFactor = twoFactor;
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody NewPassword body, HttpServletRequest request) {
        account.changePassword(body.current(), body.password(), ClientInfo.of(request));
    }

    @PostMapping("/two-factor")
    TwoFactor.Begun beginTwoFactor(@RequestBody Confirmation body, HttpServletRequest request) {
        return twoFactor.begin(body.password(), ClientInfo.of(request));
    }

    @PostMapping("/two-factor/confirm")
    RecoveryCodes confirmTwoFactor(@RequestBody Code body) {
        return new RecoveryCodes(twoFactor.confirm(body.code()));
    }

    @PostMapping("/two-factor/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnTwoFactorOff(@RequestBody Confirmation body, HttpServletRequest request) {
        twoFactor.turnOff(body.password(), ClientInfo.of(request));
    }

    @PostMapping("/two-factor/recovery-codes")
    RecoveryCodes newRecoveryCodes(@RequestBody Confirmation body, HttpServletRequest request) {
        return new RecoveryCodes(twoFactor.newRecoveryCodes(body.password(), ClientInfo.of(request)));
    }

    @GetMapping("/sessions")
    List<SessionView> sessions() {
        return account.sessions().stream().map(SessionView::of).toList();
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id) {
        account.endSession(id);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions() {
        account.endOtherSessions();
    }

    @GetMapping("/tokens")
    List<TokenView> tokens() {
        return account.tokens().stream().map(TokenView::of).toList();
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedTokenView issueToken(@RequestBody NewToken body) {
        Account.IssuedToken issued = account.issueToken(body.name(), body.scopes(), body.days());
        TokenView view = TokenView.of(issued.row());
        return new IssuedTokenView(
                view.id(), view.name(), view.scopes(), view.createdAt(), view.expiresAt(), issued.secret());
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable UUID id) {
        account.revokeToken(id);
    }
}
