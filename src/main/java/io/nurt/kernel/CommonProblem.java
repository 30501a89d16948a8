package io.nurt.kernel;

import java.util.Locale;

/** Refusals any module may give. */
public enum CommonProblem implements ProblemType {
    /** Nobody is signed in, or the session or token has ended. */
    UNAUTHENTICATED(401),
    /** The caller may not do this. */
    FORBIDDEN(403),
    /** There is no such record, or the caller may not see it: the answer is the same. */
    NOT_FOUND(404),
    /** Fields of the request are not acceptable; {@code errors} names each. */
    INVALID(422),
    /** The request itself cannot be read. */
    UNREADABLE(400),
    /** Someone changed the record since it was read; {@code current} has it as it is now. */
    CHANGED_MEANWHILE(412),
    /** The request must say which version it changes (If-Match). */
    VERSION_MISSING(428),
    /** The paging key is not one that Nurt gave out for this list. */
    BAD_CURSOR(400),
    /** The body or file is larger than allowed. */
    TOO_LARGE(413),
    /** Something failed inside; the reference finds it in the log. */
    INTERNAL(500);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "common." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
