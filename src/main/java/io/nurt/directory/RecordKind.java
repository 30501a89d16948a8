package io.nurt.directory;

import java.util.Locale;

/** What notes, saved views and custom fields belong to. */
public enum RecordKind {
    COMPANY,
    CONTACT,
    DEAL,
    PRODUCT;

    /** As stored and sent: {@code company}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static RecordKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
