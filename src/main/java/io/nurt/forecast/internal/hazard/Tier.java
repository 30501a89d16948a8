package io.nurt.forecast.internal.hazard;

/** How much the data carry; shown with every chance. */
public enum Tier {
    /** The administrator's table; fewer than {@value #RESOLVED_FOR_COUNTS} resolved deals. */
    PRIOR,
    /** Counted exits by stage and age, drawn towards the table. */
    STAGE_AGE,
    /** What is known of each deal, on top of stage and age. */
    LOGIT;

    public static final int RESOLVED_FOR_COUNTS = 20;
    public static final int WON_FOR_COUNTS = 5;
    public static final int RESOLVED_FOR_LOGIT = 60;
    public static final int WON_FOR_LOGIT = 15;

    /** The highest tier that so many closed deals can carry; whether it also proves itself is for the training to find out. */
    static Tier of(int resolved, int won) {
        if (resolved >= RESOLVED_FOR_LOGIT && won >= WON_FOR_LOGIT) {
            return LOGIT;
        }
        return resolved >= RESOLVED_FOR_COUNTS && won >= WON_FOR_COUNTS ? STAGE_AGE : PRIOR;
    }
}
