package io.nurt.exchange.internal.reading;

import java.nio.charset.Charset;

/**
 * The encoding of a file and what speaks for it.
 *
 * @param bomLength bytes to skip at the start
 * @param malformed byte sequences that are not text in this encoding; they read as U+FFFD
 */
public record DetectedEncoding(Charset charset, int bomLength, Evidence evidence, long malformed) {
    public enum Evidence {
        BYTE_ORDER_MARK,
        ONLY_ASCII,
        VALID_UTF_8,
        MOSTLY_UTF_8,
        ZERO_BYTES,
        POLISH_LETTERS,
        FALL_BACK,
        CHOSEN
    }
}
