package io.nurt.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company in a list.
 *
 * @param wonAmount of its won deals that the caller may see, in the workspace's currency
 */
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

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal wonAmount,

        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        ObjectNode custom) {

    CompanyRow withDeals(int count, BigDecimal won) {
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
                won,
                createdAt,
                updatedAt,
                version,
                archivedAt,
                deletedAt,
                custom);
    }
}
