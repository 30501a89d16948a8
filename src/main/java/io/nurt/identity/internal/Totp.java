package io.nurt.identity.internal;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator app has them. */
final class Totp {
    private static final int STEP_SECONDS = 30;

    /** Clocks of telephones are off by seconds, and typing takes some. */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static String newSecret() {
        return Base32.encode(Secrets.bytes(20));
    }

    static boolean looksLikeCode(String code) {
        return code.matches("\\d{6}");
    }

    /** The time step that a code belongs to, when it is one of those around this moment. */
    static OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            byte[] expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(String secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(String secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator(6)
                    .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of bytes is valid", e);
        }
    }

    /** What the app reads from a QR code. */
    static String uri(String secret, String account) {
        String label =
                URLEncoder.encode("Nurt:" + account, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Nurt&algorithm=SHA1&digits=6&period="
                + STEP_SECONDS;
    }
}
