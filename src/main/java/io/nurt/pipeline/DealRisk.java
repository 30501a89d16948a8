package io.nurt.pipeline;

import java.util.Arrays;
import java.util.Optional;

/** What may be wrong with an open deal. A deal that rests until a day ahead lacks no step and does not stall. */
public enum DealRisk {
    /** Nobody has said what comes next. */
    NO_STEP("no-step"),
    /** The day of the next step has passed. */
    STEP_OVERDUE("step-overdue"),
    /** Longer in its stage than the stage allows, without a dated next step ahead. */
    STALLED("stalled"),
    /** The day it was expected to close has passed. */
    CLOSE_OVERDUE("close-overdue");

    private final String code;

    DealRisk(String code) {
        this.code = code;
    }

    /** The name in the API. */
    public String code() {
        return code;
    }

    static Optional<DealRisk> of(String code) {
        return Arrays.stream(values()).filter(risk -> risk.code.equals(code)).findFirst();
    }
}
