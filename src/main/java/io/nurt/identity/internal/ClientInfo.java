package io.nurt.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** From where a request comes, as shown in the list of sessions and in the audit trail. */
record ClientInfo(String address, @Nullable String userAgent) {
    private static final int LONGEST = 300;

    static ClientInfo of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new ClientInfo(
                request.getRemoteAddr(),
                agent == null || agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST));
    }
}
