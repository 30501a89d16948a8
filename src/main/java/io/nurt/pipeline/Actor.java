package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.platform.WorkspaceScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who changes a deal: the caller of a request, or the workspace itself where work goes on in the background.
 *
 * @param origin {@code user}, {@code api}, {@code import}, {@code automation} or {@code demo}
 */
record Actor(UUID workspaceId, @Nullable UUID userId, String origin) {
    static final String IMPORT = "import";
    private static final String AUTOMATION = "automation";

    static Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return new Actor(caller.workspaceId(), caller.userId(), caller.origin());
        }
        return new Actor(WorkspaceScope.current().orElseThrow(), null, AUTOMATION);
    }
}
