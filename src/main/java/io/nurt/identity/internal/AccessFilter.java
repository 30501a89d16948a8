package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.kernel.Problem;
import io.nurt.kernel.ProblemWriter;
import io.nurt.platform.WorkspaceScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller of an API request and lets the request run inside the caller's workspace. */
final class AccessFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private final Access access;
    private final SameOrigin sameOrigin;
    private final ProblemWriter problems;

    AccessFilter(Access access, SameOrigin sameOrigin, ProblemWriter problems) {
        this.access = access;
        this.sameOrigin = sameOrigin;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ClientInfo.note(request, sameOrigin.https());
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null && !sameOrigin.admits(request)) {
            problems.write(new Problem(IdentityProblem.CROSS_SITE), request, response);
            return;
        }
        Optional<Caller> caller = authorization == null
                ? SessionCookie.read(request).flatMap(access::bySession)
                : bearer(authorization).flatMap(access::byToken);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller.get()));
        SecurityContextHolder.setContext(context);
        inWorkspace(caller.get(), request, response, chain);
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                        .filter(token -> token.startsWith(Access.TOKEN_PREFIX))
                : Optional.empty();
    }

    private static void inWorkspace(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            WorkspaceScope.run(caller.workspaceId(), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new Carried(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Carried e) {
            throw e.carried;
        }
    }

    /** Takes a checked exception through the scope. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException carried;

        Carried(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }
}
