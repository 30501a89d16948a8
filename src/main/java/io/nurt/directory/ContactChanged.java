package io.nurt.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact changed; published inside the transaction.
 *
 * @param ownerId after the change: who may see it
 * @param formerOwnerId before the change: who must hear that it left
 * @param kind created, changed, archived, unarchived, trashed, restored, merged or unmerged
 * @param version after the change
 */
public record ContactChanged(
        UUID workspaceId,
        UUID id,
        @Nullable UUID ownerId,
        @Nullable UUID formerOwnerId,
        UUID actorId,
        String kind,
        int version) {}
