package io.nurt.identity.internal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as stored, with its members. */
record TeamRow(
        UUID id,
        String name,
        @Nullable UUID parentId,
        @Nullable UUID managerId,
        Set<UUID> members,
        int version) {

    /** Whether someone belongs to the team; its manager does. */
    boolean has(UUID user) {
        return user.equals(managerId) || members.contains(user);
    }
}
