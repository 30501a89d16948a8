package io.nurt.forecast.internal.call;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of the forecast process. */
enum CallProblem implements ProblemType {
    /** Not a period such as 2026-Q4 or 2026-11. */
    PERIOD_UNKNOWN(422),
    /** No such person or team, or the caller may not see it. */
    SUBJECT_UNKNOWN(404),
    /** Only the person themselves, those who lead them and administrators may say a number for them. */
    NOT_YOURS_TO_SAY(403),
    /** Only those who lead a person or team, and administrators, may make its call or set its quota. */
    NOT_YOURS_TO_LEAD(403),
    /** The number replaces somebody else's, so it needs a reason. */
    REASON_MISSING(422),
    /** Only people commit; a team has a call. */
    COMMIT_OF_TEAM(422),
    /** The period ended; what was said stays as it was. */
    PERIOD_OVER(409),
    /** No table was kept by that day. */
    NO_SNAPSHOT(404);

    private final int status;

    CallProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "forecast." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
