package io.nurt.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A company in a list. */
public record CompanyRow(
        UUID id,
        String name,
        @Nullable String website,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable Ref owner,
        List<String> tags,
        @Nullable String city,
        @Nullable String country,
        @Nullable String taxNumber,
        @Nullable String phone,
        @Nullable String email,
        int openDeals,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        ObjectNode custom) {

    CompanyRow withOpenDeals(int count) {
        return new CompanyRow(
                id,
                name,
                website,
                domain,
                industry,
                owner,
                tags,
                city,
                country,
                taxNumber,
                phone,
                email,
                count,
                createdAt,
                updatedAt,
                version,
                archivedAt,
                deletedAt,
                custom);
    }
}
