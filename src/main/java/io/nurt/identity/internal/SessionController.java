package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Signing in and out, and who is signed in. */
@RestController
@RequestMapping("/api/v1")
class SessionController {
    record Credentials(
            @NotBlank String email,
            @NotNull String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "credentials of " + email;
        }
    }

    private final SignIn signIn;
    private final NewSession newSession;
    private final SessionCookie cookie;
    private final MeService me;
    private final ObjectMapper json;

    SessionController(SignIn signIn, NewSession newSession, SessionCookie cookie, MeService me, ObjectMapper json) {
        this.signIn = signIn;
        this.newSession = newSession;
        this.cookie = cookie;
        this.me = me;
        this.json = json;
    }

    @PostMapping("/session")
    MeView signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String secret =
                signIn.signIn(credentials.email(), credentials.password(), credentials.code(), ClientInfo.of(request));
        return newSession.answer(secret, response);
    }

    /** Signing out when nobody is signed in is no mistake: the cookie goes in any case. */
    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            signIn.signOut(caller);
        }
        cookie.clear(response);
    }

    @GetMapping("/me")
    ResponseEntity<MeView> me() {
        return answer(me.me());
    }

    @PatchMapping("/me")
    ResponseEntity<MeView> change(
            @RequestBody JsonNode body, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(me.change(new Patch(body, json), Versions.expected(ifMatch)));
    }

    private static ResponseEntity<MeView> answer(MeView view) {
        return ResponseEntity.ok().eTag(Versions.etag(view.user().version())).body(view);
    }
}
