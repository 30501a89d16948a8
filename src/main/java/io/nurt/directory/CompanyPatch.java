package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.kernel.Patch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a company from a request: what the request names is checked, the rest stays as it is. */
@Component
class CompanyPatch {
    static final Set<String> FIELDS = Set.of(
            "name",
            "website",
            "industry",
            "employees",
            "annualRevenue",
            "revenueCurrency",
            "foundedYear",
            "taxCountry",
            "taxNumber",
            "parentId",
            "ownerId",
            "source",
            "description",
            "tags",
            "emails",
            "phones",
            "addresses",
            "custom");
    private static final BigDecimal REVENUE_LIMIT = new BigDecimal("100000000000000");
    private final CustomFields customFields;
    private final ReferenceStore references;
    private final Home home;

    CompanyPatch(CustomFields customFields, ReferenceStore references, Home home) {
        this.customFields = customFields;
        this.references = references;
        this.home = home;
    }

    CompanyFacts apply(Patch patch, UUID id, CompanyFacts now, Caller caller) {
        patch.only(FIELDS);
        FieldChecks checks = new FieldChecks();
        TaxNumber tax = tax(patch, now, checks);
        BigDecimal revenue = revenue(patch, now, checks);
        CompanyFacts facts = new CompanyFacts(
                name(patch, now, checks),
                website(patch, now, checks),
                checks.line("industry", patch.value("industry", String.class, now.industry()), FieldChecks.LINE),
                within(
                        "employees",
                        patch.value("employees", Integer.class, now.employees()),
                        0,
                        Integer.MAX_VALUE,
                        checks),
                revenue,
                currency(patch, now, revenue, checks),
                within(
                        "foundedYear",
                        patch.value("foundedYear", Integer.class, now.foundedYear()),
                        500,
                        LocalDate.now(caller.zone()).getYear() + 1,
                        checks),
                tax == null ? null : tax.country(),
                tax == null || tax.number().isEmpty() ? null : tax.number(),
                parent(patch, id, now, caller, checks),
                Owners.read(patch, now.ownerId(), references, checks),
                checks.line("source", patch.value("source", String.class, now.source()), FieldChecks.LINE),
                checks.block("description", patch.value("description", String.class, now.description())),
                Reach.tags(patch, Json.MAPPER, now.tags(), checks),
                Reach.emails(patch, Json.MAPPER, now.emails(), checks),
                Reach.phones(patch, Json.MAPPER, now.phones(), checks),
                Reach.addresses(patch, Json.MAPPER, now.addresses(), checks),
                custom(patch, now.custom(), checks));
        checks.done();
        return facts;
    }

    private static String name(Patch patch, CompanyFacts now, FieldChecks checks) {
        String name = checks.line("name", patch.value("name", String.class, now.name()), FieldChecks.LINE);
        if (name == null || name.isEmpty()) {
            checks.refuse("name", "common.required");
            return "";
        }
        return name;
    }

    private static @Nullable String website(Patch patch, CompanyFacts now, FieldChecks checks) {
        String website = checks.line("website", patch.value("website", String.class, now.website()), FieldChecks.LINE);
        if (website != null && patch.has("website")) {
            WebAddress read = checks.read("website", () -> WebAddress.of(website));
            return read == null ? null : read.value();
        }
        return website;
    }

    private @Nullable TaxNumber tax(Patch patch, CompanyFacts now, FieldChecks checks) {
        String number = CleanText.line(patch.value("taxNumber", String.class, now.taxNumber()));
        String country = CleanText.line(patch.value("taxCountry", String.class, now.taxCountry()));
        boolean named = patch.has("taxNumber") || patch.has("taxCountry");
        if (number == null || !named) {
            return country == null && number == null
                    ? null
                    : new TaxNumber(country(country, checks), number == null ? "" : number);
        }
        return checks.read("taxNumber", () -> TaxNumber.of(country, number, home.country()));
    }

    private static @Nullable String country(@Nullable String code, FieldChecks checks) {
        String upper = code == null ? null : code.toUpperCase(Locale.ROOT);
        if (upper != null && !upper.matches("[A-Z]{2}")) {
            checks.refuse("taxCountry", "directory.country-unknown", upper);
            return null;
        }
        return upper;
    }

    private static @Nullable BigDecimal revenue(Patch patch, CompanyFacts now, FieldChecks checks) {
        BigDecimal revenue = patch.read(
                "annualRevenue", node -> Json.MAPPER.treeToValue(node, BigDecimal.class), now.annualRevenue());
        if (revenue != null
                && (Math.abs((long) revenue.scale()) > 60
                        || revenue.abs().compareTo(REVENUE_LIMIT) >= 0
                        || revenue.stripTrailingZeros().scale() > 4)) {
            checks.refuse("annualRevenue", "directory.number-out-of-range");
            return null;
        }
        return revenue;
    }

    private @Nullable String currency(Patch patch, CompanyFacts now, @Nullable BigDecimal revenue, FieldChecks checks) {
        String code = CleanText.line(patch.value("revenueCurrency", String.class, now.revenueCurrency()));
        if (code == null) {
            return revenue == null ? null : home.currency();
        }
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            checks.refuse("revenueCurrency", "directory.currency-unknown", code);
            return null;
        }
    }

    private static @Nullable Integer within(
            String field, @Nullable Integer number, int least, int most, FieldChecks checks) {
        if (number != null && (number < least || number > most)) {
            checks.refuse(field, "directory.number-out-of-range");
        }
        return number;
    }

    private @Nullable UUID parent(Patch patch, UUID id, CompanyFacts now, Caller caller, FieldChecks checks) {
        UUID parent = patch.value("parentId", UUID.class, now.parentId());
        if (parent != null && patch.has("parentId")) {
            if (!references.isCompany(parent, caller.visibility())) {
                checks.refuse("parentId", "common.no-such-record");
            } else if (references.isBelow(parent, id)) {
                checks.refuse("parentId", "directory.parent-below");
            }
        }
        return parent;
    }

    private ObjectNode custom(Patch patch, ObjectNode now, FieldChecks checks) {
        return patch.has("custom")
                ? customFields.merge(
                        RecordKind.COMPANY, now, patch.node("custom").orElse(null), checks)
                : now;
    }
}
