package io.nurt.identity.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nurt.identity.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as answered: with the address and habits only to those who manage users. */
record UserView(
        UUID id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email,
        String role,
        String status,
        String visibility,
        List<UserRef> teams,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastSeenAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean twoFactor,
        int version) {

    static UserView of(UserRow user, TeamTree teams, boolean whole) {
        return new UserView(
                user.id(),
                user.name(),
                whole ? user.email() : null,
                user.role().code(),
                user.status().code(),
                user.visibility().code(),
                teams.teamsOf(user.id()).stream()
                        .map(team -> new UserRef(team.id(), team.name()))
                        .toList(),
                whole ? user.lastSeenAt() : null,
                whole ? user.twoFactor() : null,
                user.version());
    }
}
