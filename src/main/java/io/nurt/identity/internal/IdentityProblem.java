package io.nurt.identity.internal;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of this module. */
enum IdentityProblem implements ProblemType {
    /** E-mail or password is wrong; which of them is not said. */
    SIGN_IN_FAILED(401),
    /** The password is right, the second factor is missing. */
    SECOND_FACTOR_REQUIRED(401),
    /** The second factor is wrong or has been used. */
    CODE_WRONG(401),
    /** Too many failed attempts; {@code retryAfterSeconds} says when to try again. */
    TOO_MANY_ATTEMPTS(429),
    /** A browser sent this from another site. */
    CROSS_SITE(403),
    /** A one-time link that was used, replaced or has expired. */
    LINK_ENDED(410),
    /** The setup link no longer works, because a workspace exists. */
    ALREADY_SET_UP(409),
    /** Only a signed-in person may do this, not an API token. */
    SESSION_NEEDED(403),
    /** The password given to confirm is wrong. */
    PASSWORD_WRONG(403),
    /** Two-factor sign-in is on already, or not begun. */
    TWO_FACTOR_ON(409),
    TWO_FACTOR_OFF(409),
    /** The workspace would be left without anyone who may administer it. */
    LAST_ADMINISTRATOR(409),
    /** The person has no e-mail address and cannot be invited. */
    EMAIL_NEEDED(422),
    /** The person is deactivated. */
    DEACTIVATED(409),
    /** A team cannot be below itself. */
    TEAM_LOOP(409),
    /** A team with teams below it cannot be deleted. */
    TEAM_HAS_TEAMS(409),
    /** Amounts have been summed in the present currency. */
    CURRENCY_IN_USE(409);

    private final int status;

    IdentityProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "identity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
