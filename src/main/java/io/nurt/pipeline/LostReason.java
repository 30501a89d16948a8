package io.nurt.pipeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a deal may be lost; {@code archivedAt} when it is no longer offered. */
public record LostReason(
        UUID id, String name, int position, @Nullable Instant archivedAt) {}
