package io.nurt.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as stored.
 *
 * @param facts what is known of it
 * @param names what its references are called; a company the caller may not see is not named
 */
record Loaded<F>(UUID id, F facts, Names names, Marks marks) {

    /**
     * @param other of a company its parent, of a contact their company
     * @param merged the record it was merged into
     */
    record Names(
            @Nullable String owner,
            @Nullable String other,
            @Nullable String merged) {}

    record Marks(
            @Nullable Instant archivedAt,
            @Nullable Instant deletedAt,
            @Nullable UUID importId,
            Instant createdAt,
            Instant updatedAt,
            int version,
            @Nullable UUID mergedInto) {}
}
