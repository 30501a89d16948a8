package io.nurt.exchange.internal.imports;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Which import, and on whose behalf: what a background job needs to know. */
public record ImportJobData(
        UUID importId, UUID workspaceId, UUID userId, String name, String role, String language, String zone) {
    public static final String RUN = "import-run";
    public static final String UNDO = "import-undo";

    static ImportJobData of(UUID importId, Caller caller) {
        return new ImportJobData(
                importId,
                caller.workspaceId(),
                caller.userId(),
                caller.name(),
                caller.role().code(),
                caller.language().code(),
                caller.zone().getId());
    }

    /** The caller as an import works: on all records, for a record that was not seen would be made a second time. */
    private Caller caller() {
        Role held = Role.of(role);
        return new Caller(
                workspaceId,
                userId,
                name,
                held,
                held.permissions(),
                Visibility.ALL,
                Language.of(language),
                ZoneId.of(zone),
                "user",
                null);
    }

    /** Does something as the one who asked for it. */
    public <T> T as(Supplier<T> work) {
        return as(caller(), work);
    }

    static <T> T as(Caller caller, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
