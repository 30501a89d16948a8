package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.kernel.Patch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a contact from a request: what the request names is checked, the rest stays as it is. */
@Component
class ContactPatch {
    static final Set<String> FIELDS = Set.of(
            "firstName",
            "lastName",
            "name",
            "jobTitle",
            "companyId",
            "ownerId",
            "source",
            "description",
            "tags",
            "emails",
            "phones",
            "addresses",
            "custom");
    private final CustomFields customFields;
    private final ReferenceStore references;

    ContactPatch(CustomFields customFields, ReferenceStore references) {
        this.customFields = customFields;
        this.references = references;
    }

    ContactFacts apply(Patch patch, ContactFacts now, Caller caller) {
        patch.only(FIELDS);
        FieldChecks checks = new FieldChecks();
        String first = checks.line("firstName", patch.value("firstName", String.class, now.firstName()), 200);
        String last = checks.line("lastName", patch.value("lastName", String.class, now.lastName()), 200);
        List<ContactPoint> emails = Reach.emails(patch, Json.MAPPER, now.emails(), checks);
        ContactFacts facts = new ContactFacts(
                first,
                last,
                name(patch, now, first, last, emails, checks),
                checks.line("jobTitle", patch.value("jobTitle", String.class, now.jobTitle()), FieldChecks.LINE),
                company(patch, now, caller, checks),
                Owners.read(patch, now.ownerId(), references, checks),
                checks.line("source", patch.value("source", String.class, now.source()), FieldChecks.LINE),
                checks.block("description", patch.value("description", String.class, now.description())),
                Reach.tags(patch, Json.MAPPER, now.tags(), checks),
                emails,
                Reach.phones(patch, Json.MAPPER, now.phones(), checks),
                Reach.addresses(patch, Json.MAPPER, now.addresses(), checks),
                custom(patch, now.custom(), checks));
        checks.done();
        return facts;
    }

    /** A name that is not given follows first and last name. */
    private static String name(
            Patch patch,
            ContactFacts now,
            @Nullable String first,
            @Nullable String last,
            List<ContactPoint> emails,
            FieldChecks checks) {
        boolean parts = patch.has("firstName") || patch.has("lastName");
        String given = patch.has("name") || !parts
                ? checks.line("name", patch.value("name", String.class, now.name()), FieldChecks.LINE)
                : null;
        String name = given == null || given.isEmpty() ? ContactFacts.shownName(first, last, emails) : given;
        if (name.isEmpty()) {
            checks.refuse("name", "common.required");
        }
        return name;
    }

    private @Nullable UUID company(Patch patch, ContactFacts now, Caller caller, FieldChecks checks) {
        UUID company = patch.value("companyId", UUID.class, now.companyId());
        if (company != null
                && !company.equals(now.companyId())
                && !references.isCompany(company, caller.visibility())) {
            checks.refuse("companyId", "common.no-such-record");
        }
        return company;
    }

    private ObjectNode custom(Patch patch, ObjectNode now, FieldChecks checks) {
        return patch.has("custom")
                ? customFields.merge(
                        RecordKind.CONTACT, now, patch.node("custom").orElse(null), checks)
                : now;
    }
}
