package io.nurt.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A company as answered. */
record CompanyView(
        UUID id,
        String name,
        @Nullable String website,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable Integer employees,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal annualRevenue,

        @Nullable String revenueCurrency,
        @Nullable Integer foundedYear,
        @Nullable String taxCountry,
        @Nullable String taxNumber,
        @Nullable UUID parentId,
        @Nullable Ref parent,
        @Nullable UUID ownerId,
        @Nullable Ref owner,
        @Nullable String source,
        @Nullable String description,
        List<String> tags,
        List<ContactPoint> emails,
        List<ContactPoint> phones,
        List<PostalAddress> addresses,
        ObjectNode custom,
        int openDeals,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable UUID importId,
        @Nullable Ref mergedInto,
        int version) {

    static CompanyView of(Loaded<CompanyFacts> company, int openDeals) {
        CompanyFacts facts = company.facts();
        Ref parent = Ref.of(facts.parentId(), company.names().other());
        return new CompanyView(
                company.id(),
                facts.name(),
                facts.website(),
                facts.domain(),
                facts.industry(),
                facts.employees(),
                facts.annualRevenue(),
                facts.revenueCurrency(),
                facts.foundedYear(),
                facts.taxCountry(),
                facts.taxNumber(),
                parent == null ? null : parent.id(),
                parent,
                facts.ownerId(),
                Ref.of(facts.ownerId(), company.names().owner()),
                facts.source(),
                facts.description(),
                facts.tags(),
                facts.emails(),
                facts.phones(),
                facts.addresses(),
                facts.custom(),
                openDeals,
                company.marks().createdAt(),
                company.marks().updatedAt(),
                company.marks().archivedAt(),
                company.marks().deletedAt(),
                company.marks().importId(),
                Ref.of(company.marks().mergedInto(), company.names().merged()),
                company.marks().version());
    }
}
