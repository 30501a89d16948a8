package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.UserRef;
import io.nurt.identity.Workspace;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in user as answered: all that the web needs to begin. */
record MeView(User user, WorkspaceView workspace, List<String> permissions) {
    record User(
            UUID id,
            String name,
            @Nullable String email,
            String role,
            String visibility,
            String language,
            String zone,
            String theme,
            @Nullable String region,
            boolean twoFactor,
            List<UserRef> teams,
            int version) {}

    static MeView of(Caller caller, UserRow user, List<UserRef> teams, Workspace workspace) {
        return new MeView(
                new User(
                        user.id(),
                        user.name(),
                        user.email(),
                        user.role().code(),
                        user.visibility().code(),
                        user.language().code(),
                        user.zone().getId(),
                        user.theme(),
                        user.region(),
                        user.twoFactor(),
                        teams,
                        user.version()),
                WorkspaceView.of(workspace),
                caller.permissions().stream().sorted().map(Permission::code).toList());
    }
}
