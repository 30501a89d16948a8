package io.nurt.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** From where a request comes, as shown in the list of sessions and in the audit trail. */
record ClientInfo(String address, @Nullable String userAgent) {
    private static final int LONGEST = 300;
    private static final String ADDRESS = ClientInfo.class.getName() + ".address";

    /**
     * Notes the client's address. We speak no https ourselves: where people come by https, a proxy stands in front, and the
     * last address it forwards is the one that it has seen itself. Otherwise the header is anyone's claim.
     */
    static void note(HttpServletRequest request, boolean behindProxy) {
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        String last = forwarded == null
                ? ""
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        request.setAttribute(ADDRESS, last.matches("[0-9a-fA-F.:]{2,45}") ? last : request.getRemoteAddr());
    }

    static String address(HttpServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String address ? address : request.getRemoteAddr();
    }

    static ClientInfo of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new ClientInfo(
                address(request), agent == null || agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST));
    }
}
