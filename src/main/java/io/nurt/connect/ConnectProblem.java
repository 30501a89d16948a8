package io.nurt.connect;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of the HTTP conventions. */
enum ConnectProblem implements ProblemType {
    /** The key was used for another request. */
    KEY_REUSED(422),
    /** The first request with this key has no known answer yet. */
    KEY_IN_USE(409),
    /** The first request with this key failed, but something of it was written, or its answer could not be kept. */
    KEY_OUTCOME_UNKNOWN(409),
    /** The key is not 1 to 200 visible characters. */
    KEY_MALFORMED(400);

    private final int status;

    ConnectProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "connect." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
