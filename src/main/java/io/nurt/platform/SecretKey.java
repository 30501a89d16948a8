package io.nurt.platform;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 256 bits that seal what the database must not give away by itself; never shown. */
public final class SecretKey {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param text 32 bytes in base64, as {@code openssl rand -base64 32} prints them, or in 64 hexadecimal digits
     * @throws StartRefused for anything else; the message does not repeat the text
     */
    public static SecretKey parse(String text, String from) {
        String stripped = text.strip();
        try {
            byte[] bytes = stripped.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(stripped)
                    : Base64.getDecoder().decode(stripped);
            if (bytes.length == BYTES) {
                return new SecretKey(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, together with keys of another length
        }
        throw new StartRefused(
                from + " does not hold a key.", "Give 32 random bytes in base64: openssl rand -base64 32");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "secret key";
    }
}
