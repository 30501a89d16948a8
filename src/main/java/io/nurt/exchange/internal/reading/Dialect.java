package io.nurt.exchange.internal.reading;

/**
 * How fields are kept apart.
 *
 * @param delimiter between fields
 * @param quote around fields that hold the delimiter; doubled inside
 */
public record Dialect(char delimiter, char quote) {
    public static final Dialect COMMA = new Dialect(',', '"');
}
