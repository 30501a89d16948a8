package io.nurt.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact changed; published inside the transaction.
 *
 * @param ownerId after the change: who may see it
 * @param kind created, changed, archived, unarchived, trashed or restored
 */
public record ContactChanged(
        UUID workspaceId, UUID id, @Nullable UUID ownerId, String kind) {}
