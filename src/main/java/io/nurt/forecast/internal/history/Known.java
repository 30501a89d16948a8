package io.nurt.forecast.internal.history;

import org.jspecify.annotations.Nullable;

/**
 * What an event left known of a deal, from its recording on until the next one's.
 *
 * @param recorded when it was known, milliseconds of UTC
 * @param effective when it was true, likewise
 * @param stage position among the pipeline's open stages, 0 first; {@link #WON}, {@link #LOST}; {@link #ELSEWHERE} for another
 *     pipeline, the archive or the trash
 * @param amount in the workspace's currency; NaN when unknown, or when only its final value is known
 * @param closeDay expected close, days since 1970; {@link #NO_DAY} when unknown
 * @param owner number of the owner, -1 for none or final-only
 * @param company number of the company, -1 for none
 * @param resumeDay sleeps until this day; {@link #NO_DAY} for none
 * @param transition whether it changed where the deal stands
 * @param cleared whether it was lost together with many others in one act: tidying up rather than losing
 */
public record Known(
        long recorded,
        long effective,
        int stage,
        int pass,
        double amount,
        int closeDay,
        int owner,
        int company,
        int resumeDay,
        @Nullable String source,
        boolean transition,
        boolean cleared) {
    public static final int WON = -1;
    public static final int LOST = -2;
    public static final int ELSEWHERE = -3;
    public static final int NO_DAY = Integer.MIN_VALUE;

    boolean open() {
        return stage >= 0;
    }
}
