package io.nurt.identity.internal;

import io.nurt.identity.Role;
import io.nurt.identity.UserRef;
import io.nurt.identity.VisibilityLevel;
import io.nurt.kernel.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as stored, without secrets. */
record UserRow(
        UUID id,
        String name,
        @Nullable String email,
        Role role,
        VisibilityLevel visibility,
        UserStatus status,
        boolean twoFactor,
        Language language,
        ZoneId zone,
        String theme,
        @Nullable String region,
        @Nullable Instant lastSeenAt,
        int version) {

    boolean active() {
        return status == UserStatus.ACTIVE;
    }

    UserRef ref() {
        return new UserRef(id, name);
    }
}
