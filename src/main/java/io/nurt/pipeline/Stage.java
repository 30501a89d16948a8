package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * @param position order within the pipeline, ascending
 * @param probability of winning a deal that is here, 0 to 1; 1 for won, 0 for lost
 * @param rottingDays after so many days here a deal without a dated next step is marked; null: never
 * @param purpose what the stage is for
 * @param help what to do here
 */
public record Stage(
        UUID id,
        UUID pipelineId,
        String name,
        StageKind kind,
        int position,
        BigDecimal probability,
        @Nullable Integer rottingDays,
        @Nullable String purpose,
        @Nullable String help,
        @Nullable Instant archivedAt,
        int version) {}
