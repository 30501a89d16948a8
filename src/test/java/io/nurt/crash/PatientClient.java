package io.nurt.crash;

import io.nurt.testing.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client that sends a request again until the server, which is killed meanwhile, has answered it. */
final class PatientClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SERVER_ERROR = 500;

    /** The server died over the first request, or lost its database in the midst of writing it down. */
    private static final Set<String> NOT_KNOWN = Set.of("connect.key-in-use", "connect.key-outcome-unknown");

    private final Http http;

    PatientClient(Http http) {
        this.http = http;
    }

    Http.Answer get(String path) {
        return until(http, "GET", path, null);
    }

    /**
     * Writes once, however often it has to be sent.
     *
     * @return empty when the server died over it and whether it happened is not known
     */
    Optional<Http.Answer> write(String method, String path, Object body) {
        Http once = http.with("Idempotency-Key", UUID.randomUUID().toString());
        Http.Answer answer = until(once, method, path, body);
        return NOT_KNOWN.contains(answer.code()) ? Optional.empty() : Optional.of(answer);
    }

    private static Http.Answer until(Http http, String method, String path, @Nullable Object body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String last;
            try {
                Http.Answer answer = http.send(method, path, body);
                if (answer.status() < SERVER_ERROR) {
                    return answer;
                }
                last = answer.raw().body();
            } catch (UncheckedIOException down) {
                last = down.toString();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("No answer to " + method + " " + path + ": " + last);
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
