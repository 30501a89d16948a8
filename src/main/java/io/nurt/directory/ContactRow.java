package io.nurt.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A contact in a list. */
public record ContactRow(
        UUID id,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String jobTitle,
        @Nullable Ref company,
        @Nullable Ref owner,
        List<String> tags,
        @Nullable String phone,
        @Nullable String email,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        ObjectNode custom) {}
