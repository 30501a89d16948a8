package io.nurt.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ordered set of stages.
 *
 * @param stages those in use, by position; archived ones are left out
 */
public record Pipeline(
        UUID id, String name, int position, @Nullable Instant archivedAt, int version, List<Stage> stages) {}
