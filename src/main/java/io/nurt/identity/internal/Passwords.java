package io.nurt.identity.internal;

import io.nurt.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Which passwords are accepted, and how they are kept: bcrypt, which reads 72 bytes and no more. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST_BYTES = 72;
    private static final int STRENGTH = 11;

    /** The beginnings of lists of stolen passwords, as far as they are long enough to be accepted otherwise. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "12345678910",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "qwertyuiop",
            "qwerty12345",
            "qwerty123456",
            "password12",
            "password123",
            "password1234",
            "password12345",
            "passw0rd123",
            "administrator",
            "admin12345",
            "admin123456",
            "letmein1234",
            "welcome123",
            "welcome1234",
            "iloveyou123",
            "football123",
            "princess123",
            "sunshine123",
            "qazwsxedcrfv",
            "zaq12wsxcde3",
            "zaq1@wsx12",
            "changeme123",
            "haslo12345",
            "haslo123456",
            "hasło12345",
            "hasło123456",
            "polska12345",
            "mojehaslo1",
            "mojehaslo123",
            "zaq12wsx34",
            "kochamcie1",
            "nurtnurtnurt",
            "correcthorsebatterystaple");

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

    /** What an unknown e-mail's password is compared with, so that it takes as long as a known one's. */
    private final String nobody = encoder.encode(Secrets.next());

    /** Adds to the problem what is wrong with a new password. */
    static void check(Problem problem, @Nullable String password, @Nullable String email) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            problem.field("password", "identity.password-short", SHORTEST);
        } else if (tooLong(password)) {
            problem.field("password", "identity.password-long", LONGEST_BYTES);
        } else if (isCommon(password, email)) {
            problem.field("password", "identity.password-common");
        }
    }

    private static boolean isCommon(String password, @Nullable String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        return COMMON.contains(lower)
                || lower.chars().distinct().count() < 3
                || (email != null && lower.equals(email.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Takes the same time whether there is a hash to compare with or not. */
    boolean matches(String password, @Nullable String hash) {
        String compared = tooLong(password) ? "" : password;
        boolean same = encoder.matches(compared, hash == null ? nobody : hash);
        return same && hash != null && !compared.isEmpty();
    }
}
