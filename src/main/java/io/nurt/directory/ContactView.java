package io.nurt.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A contact as answered. */
record ContactView(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        String name,
        @Nullable String jobTitle,
        @Nullable UUID companyId,
        @Nullable Ref company,
        @Nullable UUID ownerId,
        @Nullable Ref owner,
        @Nullable String source,
        @Nullable String description,
        List<String> tags,
        List<ContactPoint> emails,
        List<ContactPoint> phones,
        List<PostalAddress> addresses,
        ObjectNode custom,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable UUID importId,
        @Nullable Ref mergedInto,
        int version) {

    static ContactView of(Loaded<ContactFacts> contact) {
        ContactFacts facts = contact.facts();
        Ref company = Ref.of(facts.companyId(), contact.names().other());
        return new ContactView(
                contact.id(),
                facts.firstName(),
                facts.lastName(),
                facts.name(),
                facts.jobTitle(),
                company == null ? null : company.id(),
                company,
                facts.ownerId(),
                Ref.of(facts.ownerId(), contact.names().owner()),
                facts.source(),
                facts.description(),
                facts.tags(),
                facts.emails(),
                facts.phones(),
                facts.addresses(),
                facts.custom(),
                contact.marks().createdAt(),
                contact.marks().updatedAt(),
                contact.marks().archivedAt(),
                contact.marks().deletedAt(),
                contact.marks().importId(),
                Ref.of(contact.marks().mergedInto(), contact.names().merged()),
                contact.marks().version());
    }
}
