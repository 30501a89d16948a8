package io.nurt.identity.internal;

import io.nurt.identity.Role;
import io.nurt.identity.VisibilityLevel;
import io.nurt.kernel.Language;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user to be stored. */
record NewUser(
        UUID id,
        String name,
        @Nullable String email,
        Role role,
        VisibilityLevel visibility,
        UserStatus status,
        @Nullable String passwordHash,
        Language language,
        ZoneId zone,
        @Nullable UUID importId) {}
