package io.nurt.pipeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal was created or changed; published within the transaction of the change.
 *
 * @param stageId where it is now
 * @param fromStageId where it was; the same when the stage did not change, null for a new deal
 * @param ownerId whose it is now
 * @param fromOwnerId whose it was
 * @param version after the change
 * @param actorId who did it; null for the system
 * @param kind code of a {@link DealEventKind}, or {@code ordered} for a card placed elsewhere in its column
 */
public record DealChanged(
        UUID workspaceId,
        UUID dealId,
        UUID pipelineId,
        UUID stageId,
        @Nullable UUID fromStageId,
        @Nullable UUID ownerId,
        @Nullable UUID fromOwnerId,
        int version,
        @Nullable UUID actorId,
        String kind) {}
