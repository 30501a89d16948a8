package io.nurt.identity.internal;

import io.nurt.testing.Http;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A workspace with its administrator, made as the command line makes it, for tests over HTTP. */
public final class Company {
    public static final String PASSWORD = "a long enough secret";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final int port;
    private final String email;
    private final UUID workspace;

    public Company(Setup setup, int port) {
        this.port = port;
        this.email = "anna" + NUMBER.incrementAndGet() + "@example.com";
        this.workspace = setup.another(
                        new NewWorkspace("Przykład", "PLN", "Europe/Warsaw", "en", "Anna Nowak", email, PASSWORD))
                .workspaceId();
    }

    public String email() {
        return email;
    }

    public UUID id() {
        return workspace;
    }

    UUID workspace() {
        return workspace;
    }

    /** A new client, signed in as the administrator. */
    public Http administrator() {
        return signedIn(email, PASSWORD);
    }

    Http signedIn(String email, String password) {
        Http http = new Http(port);
        Http.Answer answer = http.post("/session", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("not signed in: " + answer.raw().body());
        }
        return http;
    }

    /** Invites someone and accepts for them; gives their client, signed in. */
    public Http join(Http administrator, String role) {
        String address = role + NUMBER.incrementAndGet() + "@example.com";
        return join(administrator, Map.of("email", address, "name", "Jan " + role, "role", role));
    }

    /** As {@link #join(Http, String)}, with an address of one's own, to sign in by hand. */
    public Http join(Http administrator, String role, String email, String name) {
        return join(administrator, Map.of("email", email, "name", name, "role", role, "visibility", "all"));
    }

    Http join(Http administrator, Map<String, ?> invitation) {
        Http.Answer invited = administrator.post("/users/invite", invitation);
        Http http = new Http(port);
        Http.Answer accepted = http.post("/invitations/" + token(invited), Map.of("password", PASSWORD));
        if (accepted.status() != 200) {
            throw new IllegalStateException(
                    invited.raw().body() + accepted.raw().body());
        }
        return http;
    }

    static String token(Http.Answer invited) {
        return invited.text("/link").replaceFirst(".*token=", "");
    }

    static String id(Http http) {
        return http.get("/me").text("/user/id");
    }

    static String newEmail() {
        return "someone" + NUMBER.incrementAndGet() + "@example.com";
    }
}
