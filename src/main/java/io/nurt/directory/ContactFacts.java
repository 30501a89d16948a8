package io.nurt.directory;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a contact, a person. Texts are storable (see {@link CleanText}) by construction.
 *
 * @param name as shown; first and last name together where it is not given
 * @param tags without repetition, in the order given
 * @param custom values of custom fields by their keys
 */
public record ContactFacts(
        @Nullable String firstName,
        @Nullable String lastName,
        String name,
        @Nullable String jobTitle,
        @Nullable UUID companyId,
        @Nullable UUID ownerId,
        @Nullable String source,
        @Nullable String description,
        List<String> tags,
        List<ContactPoint> emails,
        List<ContactPoint> phones,
        List<PostalAddress> addresses,
        ObjectNode custom) {

    public ContactFacts {
        firstName = CleanText.line(firstName);
        lastName = CleanText.line(lastName);
        jobTitle = CleanText.line(jobTitle);
        source = CleanText.line(source);
        description = CleanText.block(description);
        tags = Reach.cleanTags(tags);
        emails = Reach.clean(emails);
        phones = Reach.clean(phones);
        addresses = Reach.cleanAddresses(addresses);
        custom = (ObjectNode) CleanText.json(custom);
        String line = CleanText.line(name);
        name = line == null ? shownName(firstName, lastName, emails) : line;
    }

    /** A contact of whom only the name is known. */
    public static ContactFacts named(String name, @Nullable UUID companyId, @Nullable UUID ownerId) {
        return new ContactFacts(
                null,
                null,
                name,
                null,
                companyId,
                ownerId,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }

    /** First and last name, else the first e-mail address, else nothing. */
    static String shownName(@Nullable String firstName, @Nullable String lastName, List<ContactPoint> emails) {
        String names = Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return names.isEmpty() && !emails.isEmpty() ? emails.get(0).value() : names;
    }
}
