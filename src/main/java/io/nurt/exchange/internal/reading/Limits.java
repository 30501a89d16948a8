package io.nurt.exchange.internal.reading;

/**
 * What a file may hold. Lengths are in characters; {@code recordLength} also bounds the memory of one reader.
 */
public record Limits(int columns, int fieldLength, int recordLength, long rows) {
    public static final Limits DEFAULT = new Limits(1_000, 131_072, 2_097_152, 2_000_000);
}
