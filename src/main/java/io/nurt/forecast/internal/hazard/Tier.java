package io.nurt.forecast.internal.hazard;

/** How much the data carry; shown with every chance. */
public enum Tier {
    /** The administrator's table; fewer than {@value #RESOLVED_FOR_COUNTS} resolved deals. */
    PRIOR,
    /** Counted exits by stage and age, drawn towards the table. */
    STAGE_AGE,
    /** What is known of each deal, on top of stage and age. */
    LOGIT,
    /** The same with trees on top, for what columns mean together. */
    BOOSTED;

    public static final int RESOLVED_FOR_COUNTS = 20;
    public static final int WON_FOR_COUNTS = 5;
    public static final int RESOLVED_FOR_LOGIT = 60;
    public static final int WON_FOR_LOGIT = 15;
    public static final int RESOLVED_FOR_TREES = 1_500;

    boolean seesColumns() {
        return this == LOGIT || this == BOOSTED;
    }

    /** The highest tier but trees that so many closed deals can carry; whether it also proves itself is for the training to find out. */
    static Tier of(int resolved, int won) {
        if (resolved >= RESOLVED_FOR_LOGIT && won >= WON_FOR_LOGIT) {
            return LOGIT;
        }
        return resolved >= RESOLVED_FOR_COUNTS && won >= WON_FOR_COUNTS ? STAGE_AGE : PRIOR;
    }
}
