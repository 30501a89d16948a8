package io.nurt.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first minute of an installation. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {
    /**
     * @param needed whether there is no workspace yet
     * @param tokenValid whether the link given may make it
     */
    record State(boolean needed, boolean tokenValid) {}

    record Request(
            @NotBlank String token,
            @Nullable String workspaceName,
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password) {
        NewWorkspace draft() {
            return new NewWorkspace(workspaceName, currency, zone, language, name, email, password);
        }

        @Override
        public String toString() {
            return "setup by " + email;
        }
    }

    private final Setup setup;
    private final SignIn signIn;
    private final NewSession newSession;

    SetupController(Setup setup, SignIn signIn, NewSession newSession) {
        this.setup = setup;
        this.signIn = signIn;
        this.newSession = newSession;
    }

    @GetMapping
    State state(@RequestParam(required = false) @Nullable String token) {
        return new State(setup.needed(), token != null && setup.linkWorks(token));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MeView create(@Valid @RequestBody Request body, HttpServletRequest request, HttpServletResponse response) {
        Setup.Created created = setup.first(body.token(), body.draft());
        String secret = signIn.begin(created.workspaceId(), created.userId(), ClientInfo.of(request));
        return newSession.answer(secret, response);
    }
}
