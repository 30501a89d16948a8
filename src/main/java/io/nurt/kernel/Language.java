package io.nurt.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages Nurt speaks. */
public enum Language {
    EN(Locale.ENGLISH),
    PL(Locale.forLanguageTag("pl-PL"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The code stored and sent: {@code en} or {@code pl}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a code or language tag ({@code pl}, {@code pl-PL}); English for anything else. */
    public static Language of(@Nullable String code) {
        return code != null && code.toLowerCase(Locale.ROOT).startsWith("pl") ? PL : EN;
    }
}
