package io.nurt.identity.internal;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the fields of one request, all of them, before anything is refused. */
final class Checks {
    private static final int LONGEST_NAME = 200;
    private final Problem problem = new Problem(CommonProblem.INVALID);

    /** The text without surrounding space; noted as missing when there is none. */
    String name(String field, @Nullable String text) {
        String name = text == null ? "" : text.strip();
        if (name.isEmpty()) {
            problem.field(field, "common.required");
        } else if (name.length() > LONGEST_NAME) {
            problem.field(field, "common.too-long", LONGEST_NAME);
        }
        return name;
    }

    /** An address that mail could reach: one at sign, a dot after it, no space. Whether it exists, mail tells. */
    String email(@Nullable String text) {
        String email = text == null ? "" : text.strip();
        if (email.isEmpty()) {
            problem.field("email", "common.required");
        } else if (email.length() > 254 || !email.matches("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>.]+")) {
            problem.field("email", "identity.email-malformed");
        }
        return email;
    }

    void password(@Nullable String password, @Nullable String email) {
        Passwords.check(problem, password, email);
    }

    Currency currency(@Nullable String code) {
        return read(
                "currency",
                code,
                "identity.currency-unknown",
                Currency.getInstance("EUR"),
                text -> Currency.getInstance(text.toUpperCase(Locale.ROOT)));
    }

    ZoneId zone(@Nullable String id) {
        return read("zone", id, "identity.zone-unknown", ZoneId.of("UTC"), ZoneId::of);
    }

    Language language(@Nullable String code) {
        return read("language", code, "identity.language-unknown", Language.EN, text -> {
            Language language = Language.of(text);
            if (!language.code().equals(text)) {
                throw new IllegalArgumentException(text);
            }
            return language;
        });
    }

    /** Reads one of a few codes; the fallback stands in until {@link #done} refuses. */
    <T> T read(String field, @Nullable String text, String code, T fallback, Function<String, T> read) {
        if (text == null || text.isBlank()) {
            problem.field(field, "common.required");
            return fallback;
        }
        try {
            return read.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unknown) {
            problem.field(field, code);
            return fallback;
        }
    }

    Checks refuse(boolean wrong, String field, String code, Object... arguments) {
        if (wrong) {
            problem.field(field, code, arguments);
        }
        return this;
    }

    /** @throws Problem naming every field that was not acceptable */
    void done() {
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }
}
