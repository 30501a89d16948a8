package io.nurt.forecast.internal.billing;

import java.util.Locale;

/** How a won amount is invoiced. */
public enum PlanKind {
    AT_ONCE,
    /** A share on winning, the rest later. */
    DEPOSIT,
    MILESTONES,
    /** Equal parts, a month apart. */
    MONTHLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlanKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
