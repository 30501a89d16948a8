package io.nurt.forecast.internal.call;

import java.util.Locale;
import java.util.UUID;

/**
 * Whom a number is about: all of the workspace, a team or a person.
 *
 * @param id of the workspace, team or user
 */
record Subject(Kind kind, UUID id) {
    /** Stands for the deals without an owner; never the id of a person. */
    static final UUID NOBODY = new UUID(0, 0);

    enum Kind {
        WORKSPACE,
        TEAM,
        USER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subject of(String kind, UUID id) {
        return new Subject(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
    }

    static Subject user(UUID id) {
        return new Subject(Kind.USER, id);
    }

    static Subject team(UUID id) {
        return new Subject(Kind.TEAM, id);
    }
}
