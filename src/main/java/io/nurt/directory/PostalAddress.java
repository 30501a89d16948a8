package io.nurt.directory;

import org.jspecify.annotations.Nullable;

/** Where a company or contact is; the first of a list is the primary one. Every part may be unknown. */
public record PostalAddress(
        @Nullable String label,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {

    PostalAddress clean() {
        return new PostalAddress(
                CleanText.line(label),
                CleanText.block(street),
                CleanText.line(postalCode),
                CleanText.line(city),
                CleanText.line(region),
                CleanText.line(country));
    }

    boolean isEmpty() {
        return street == null && postalCode == null && city == null && region == null && country == null;
    }
}
