package io.nurt.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team.
 *
 * @param parentId the team it belongs to
 * @param managerId who leads it; counts as a member though {@code memberIds} need not name them
 */
public record Team(
        UUID id,
        String name,
        @Nullable UUID parentId,
        @Nullable UUID managerId,
        Set<UUID> memberIds) {}
