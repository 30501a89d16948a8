package io.nurt.identity;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who makes the request: a user in a workspace, through a session or an API token.
 *
 * @param permissions those of the role, narrowed by the token's scopes
 * @param zone the user's zone: what "today" is
 * @param origin how changes are marked: {@code user} through a session, {@code api} through a token
 * @param sessionId the session, null for a token
 */
public record Caller(
        UUID workspaceId,
        UUID userId,
        String name,
        Role role,
        Set<Permission> permissions,
        Visibility visibility,
        Language language,
        ZoneId zone,
        String origin,
        @Nullable UUID sessionId) {

    /**
     * The caller of the current request.
     *
     * @throws Problem {@link CommonProblem#UNAUTHENTICATED} when there is none
     */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new Problem(CommonProblem.UNAUTHENTICATED);
    }

    /**
     * The current caller, if permitted.
     *
     * @throws Problem {@link CommonProblem#FORBIDDEN} when not
     */
    public static Caller require(Permission permission) {
        Caller caller = current();
        if (!caller.permissions.contains(permission)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return caller;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
