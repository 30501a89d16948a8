package io.nurt.identity;

import java.util.Locale;

/** Whose records a user sees. */
public enum VisibilityLevel {
    /** The user's own and those without an owner. */
    OWN,
    /** Also those of the members of the teams the user manages or belongs to, and of the teams below. */
    TEAM,
    /** All of the workspace. */
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static VisibilityLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
