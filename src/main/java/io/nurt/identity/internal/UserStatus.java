package io.nurt.identity.internal;

import java.util.Locale;

/** Whether a person can sign in. */
enum UserStatus {
    ACTIVE,
    /** Has an invitation link and no password yet. */
    INVITED,
    /** Known by name only, from an import: owns deals, cannot sign in. */
    PLACEHOLDER,
    DEACTIVATED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UserStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
