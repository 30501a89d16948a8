package io.nurt.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals short texts with AES-256-GCM before they go into the database, so that whoever reads it, or a backup of it, does not
 * have them. Each is bound to what it is about: moved to another row it does not open.
 */
public final class SecretBox {
    private static final String SEALED = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Supplier<SecretKey> source;
    private @Nullable SecretKey key;

    /** @param source asked once, when there is something to seal or to open */
    public SecretBox(Supplier<SecretKey> source) {
        this.source = source;
    }

    public static boolean isSealed(String text) {
        return text.startsWith(SEALED);
    }

    public String seal(String clear, String about) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(clear.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return SEALED + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    /** @return empty when it was sealed with another key, about something else, or altered */
    public Optional<String> open(String text, String about) {
        if (!isSealed(text)) {
            throw new IllegalArgumentException("not sealed");
        }
        try {
            byte[] both = Base64.getDecoder().decode(text.substring(SEALED.length()));
            if (both.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
            byte[] clear =
                    cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key().bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized SecretKey key() {
        SecretKey known = key;
        if (known == null) {
            known = source.get();
            key = known;
        }
        return known;
    }
}
