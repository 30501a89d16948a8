package io.nurt.connect;

import io.nurt.identity.Caller;
import io.nurt.kernel.Problem;
import io.nurt.kernel.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An unsafe request with an {@code Idempotency-Key} is carried out once: sent again with the same key within a day, it gets
 * the first answer. The claim on the key is stored before the work; if the process dies in between, the key stays claimed
 * and a repeat is told so, because carrying it out again could do it twice. The same holds for a request that failed after
 * something of it was written for good; one that failed before that gives its key back and may be tried again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // after the security chain, which knows the caller
class IdempotencyFilter extends OncePerRequestFilter {
    private static final Set<String> UNSAFE = Set.of("POST", "PATCH", "PUT", "DELETE");

    /** Answers that carry a session, a token, a link or a code: shown once, so never kept here in clear. */
    private static final Pattern GIVES_A_SECRET =
            Pattern.compile("/api/v1/(session|me/(tokens|two-factor.*)|users/(.*/)?invite)");

    private static final int LARGEST_REMEMBERED = 1 << 20;
    private final IdempotencyStore store;
    private final CommitWatch commits;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyStore store, CommitWatch commits, ProblemWriter problems) {
        this.store = store;
        this.commits = commits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UNSAFE.contains(request.getMethod())
                || request.getHeader("Idempotency-Key") == null
                || !request.getRequestURI().startsWith("/api/v1/")
                || GIVES_A_SECRET.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader("Idempotency-Key");
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            problems.write(new Problem(ConnectProblem.KEY_MALFORMED), request, response);
            return;
        }
        BodyKeepingRequest kept = BodyKeepingRequest.of(request);
        byte[] hash = hash(request, kept.body());
        var claim = store.claim(caller.userId(), key, hash);
        if (claim.answered()) {
            response.setStatus(claim.status());
            claim.headers().forEach(response::setHeader);
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(claim.body());
            return;
        }
        if (!claim.mine()) {
            problems.write(new Problem(claim.refusal()), request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean finished = false;
        commits.begin();
        try {
            chain.doFilter(kept, answer);
            finished = true;
        } finally {
            boolean written = commits.end();
            boolean remember = finished
                    && answer.getStatus() < 500
                    && answer.getContentSize() <= LARGEST_REMEMBERED
                    && !request.isAsyncStarted();
            if (remember) {
                store.answered(caller.userId(), key, answer.getStatus(), answer, answer.getContentAsByteArray());
            } else if (written) {
                store.unknown(caller.userId(), key);
            } else {
                store.release(caller.userId(), key);
            }
            answer.copyBodyToResponse();
        }
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + " "
                    + request.getHeader("If-Match") + " " + request.getContentLengthLong() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
