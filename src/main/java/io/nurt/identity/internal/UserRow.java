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

    UserRow named(String newName, Language newLanguage) {
        return new UserRow(
                id,
                newName,
                email,
                role,
                visibility,
                status,
                twoFactor,
                newLanguage,
                zone,
                theme,
                region,
                lastSeenAt,
                version);
    }

    UserRow with(UserStatus newStatus) {
        return new UserRow(
                id,
                name,
                email,
                role,
                visibility,
                newStatus,
                twoFactor,
                language,
                zone,
                theme,
                region,
                lastSeenAt,
                version);
    }

    UserRow reachedAt(String newEmail) {
        return new UserRow(
                id,
                name,
                newEmail,
                role,
                visibility,
                status,
                twoFactor,
                language,
                zone,
                theme,
                region,
                lastSeenAt,
                version);
    }

    UserRow entitled(Role newRole, VisibilityLevel newVisibility) {
        return new UserRow(
                id,
                name,
                email,
                newRole,
                newVisibility,
                status,
                twoFactor,
                language,
                zone,
                theme,
                region,
                lastSeenAt,
                version);
    }
}
