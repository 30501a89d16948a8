package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.platform.WorkspaceScope;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers a request that has begun a session: with the cookie, and with who the caller now is. */
@Component
class NewSession {
    private final Access access;
    private final SessionCookie cookie;
    private final MeService me;

    NewSession(Access access, SessionCookie cookie, MeService me) {
        this.access = access;
        this.cookie = cookie;
        this.me = me;
    }

    MeView answer(String secret, HttpServletResponse response) {
        Caller caller = access.bySession(secret).orElseThrow(() -> new Problem(CommonProblem.UNAUTHENTICATED));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        MeView view = WorkspaceScope.call(caller.workspaceId(), me::me);
        cookie.set(response, secret);
        return view;
    }
}
