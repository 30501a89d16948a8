package io.nurt.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks codes of authenticator apps, each good once, and recovery codes for when the telephone is lost. */
@Component
class SecondFactor {
    enum Verdict {
        RIGHT,
        NEEDED,
        WRONG
    }

    private static final int RECOVERY_CODES = 10;

    /** Without signs that are taken for each other. */
    private static final byte[] SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final CredentialStore store;

    SecondFactor(CredentialStore store) {
        this.store = store;
    }

    /** Within the user's workspace. */
    Verdict check(UUID user, @Nullable String given) {
        CredentialStore.SecondFactor factor = store.secondFactor(user);
        if (!factor.confirmed()) {
            return Verdict.RIGHT;
        }
        if (given == null || given.isBlank()) {
            return Verdict.NEEDED;
        }
        String code = normal(given);
        String secret = factor.secret();
        boolean right = Totp.looksLikeCode(code)
                ? secret != null && usesCode(user, secret, code)
                : store.useRecoveryCode(user, Secrets.hash(code));
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** Whether the code is right and had not been used; uses it up. */
    boolean usesCode(UUID user, String secret, String code) {
        OptionalLong step = Totp.step(secret, normal(code), Instant.now());
        return step.isPresent() && store.useStep(user, step.getAsLong());
    }

    /** New recovery codes in place of the old ones; only their hashes are kept. */
    List<String> newRecoveryCodes(UUID user) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(part() + "-" + part());
        }
        store.replaceRecoveryCodes(
                user, codes.stream().map(code -> Secrets.hash(normal(code))).toList());
        return codes;
    }

    private String part() {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            part.append((char) SIGNS[random.nextInt(SIGNS.length)]);
        }
        return part.toString();
    }

    private static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
