package io.nurt.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a company. Texts are storable (see {@link CleanText}) by construction.
 *
 * @param annualRevenue in major units of {@code revenueCurrency} (ISO 4217)
 * @param taxCountry ISO 3166 code
 * @param taxNumber as {@link TaxNumber} normalises it
 * @param tags without repetition, in the order given
 * @param custom values of custom fields by their keys
 */
public record CompanyFacts(
        String name,
        @Nullable String website,
        @Nullable String industry,
        @Nullable Integer employees,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal annualRevenue,

        @Nullable String revenueCurrency,
        @Nullable Integer foundedYear,
        @Nullable String taxCountry,
        @Nullable String taxNumber,
        @Nullable UUID parentId,
        @Nullable UUID ownerId,
        @Nullable String source,
        @Nullable String description,
        List<String> tags,
        List<ContactPoint> emails,
        List<ContactPoint> phones,
        List<PostalAddress> addresses,
        ObjectNode custom) {

    public CompanyFacts {
        String line = CleanText.line(name);
        name = line == null ? "" : line;
        website = CleanText.line(website);
        industry = CleanText.line(industry);
        annualRevenue = annualRevenue == null ? null : plain(annualRevenue);
        source = CleanText.line(source);
        description = CleanText.block(description);
        tags = Reach.cleanTags(tags);
        emails = Reach.clean(emails);
        phones = Reach.clean(phones);
        addresses = Reach.cleanAddresses(addresses);
        custom = (ObjectNode) CleanText.json(custom);
    }

    /** A company of which only the name is known. */
    public static CompanyFacts named(String name, @Nullable UUID ownerId) {
        return new CompanyFacts(
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ownerId,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }

    /** The domain that tells this company, of its website or of an e-mail address of its own; null if neither does. */
    public @Nullable String domain() {
        return WebAddress.companyDomain(website, emails);
    }

    /** Without zeros at the end and never in scientific notation. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
