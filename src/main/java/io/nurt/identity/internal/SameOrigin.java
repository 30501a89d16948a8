package io.nurt.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that a browser makes for our own pages from one that another site made it send. Browsers say so
 * themselves, in headers that pages cannot change; a client that sends neither is no browser, and nobody can lend it a
 * cookie.
 */
record SameOrigin(URI publicUrl) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    boolean admits(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request.getHeader("Host"));
    }

    private boolean isOurs(String origin, @Nullable String host) {
        try {
            URI sender = URI.create(origin);
            String authority = sender.getRawAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(host)
                            || origin.toLowerCase(Locale.ROOT).equals(own()));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private String own() {
        return (publicUrl.getScheme() + "://" + publicUrl.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
