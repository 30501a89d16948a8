package io.nurt.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record to be stored.
 *
 * @param id made by the caller, from {@link io.nurt.kernel.Ids}
 * @param createdAt when it came to be, if that was before now
 */
public record NewRecord<F>(UUID id, F facts, @Nullable Instant createdAt) {}
