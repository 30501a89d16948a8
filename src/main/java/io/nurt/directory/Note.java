package io.nurt.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone wrote down about a record.
 *
 * @param recordKind {@code company}, {@code contact} or {@code deal}
 * @param author null when unknown
 */
public record Note(
        UUID id,
        String recordKind,
        UUID recordId,
        String body,
        @Nullable Ref author,
        Instant createdAt,
        @Nullable Instant editedAt,
        int version) {}
