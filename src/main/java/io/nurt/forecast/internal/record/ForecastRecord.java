package io.nurt.forecast.internal.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What past forecasts told and what came, as kept and as answered. Amounts are plain decimals in {@code currency}; what is not
 * known, or not to be seen by the one who asks, is null.
 *
 * @param asOf what came is known up to here
 * @param measure of which origins, amounts, PIT and widening tell
 * @param measures of which there is a record
 * @param masked part of the open deals whose amount is known only as it ended, so that forecasts took an average instead
 * @param chances of being won within the horizon, however measured in money
 */
public record ForecastRecord(
        UUID runId,
        Instant asOf,
        String currency,
        String measure,
        List<String> measures,
        double masked,
        List<Origin> origins,
        List<AmountRow> amounts,
        List<ChanceRow> chances,
        List<Calibration> calibration,
        List<Pit> pit,
        List<CommitRow> commits,
        ShockSize shock,
        Widening widening) {

    /**
     * A past moment and what would have been told at it.
     *
     * @param snapshotId the whole outlook of then
     * @param tier lowest of the models of then; {@code resolved} closed deals were behind them, {@code open} deals were open
     */
    public record Origin(UUID snapshotId, Instant asOf, String tier, int resolved, int open, List<Horizon> horizons) {}

    /**
     * One forecast of an origin: of what comes from it on to a day, that day included.
     *
     * @param horizon {@code d30}, {@code d60}, {@code d90} or {@code quarter}
     * @param came null while the day is not over
     * @param pit share of the forecast's futures that lie below what came
     */
    public record Horizon(
            String horizon,
            LocalDate until,
            @Nullable String p10,
            @Nullable String p50,
            @Nullable String p90,
            @Nullable String mean,
            @Nullable String came,
            @Nullable Double pit,
            Baselines baselines) {}

    /** What simpler ways would have told; null where they tell nothing. */
    public record Baselines(
            @JsonProperty("stage_table") @Nullable String stageTable,
            @JsonProperty("stage_rate") @Nullable String stageRate,
            @JsonProperty("last_year") @Nullable String lastYear,
            @JsonProperty("run_rate") @Nullable String runRate,
            @Nullable String commit,
            @Nullable String call) {
        static final Baselines NONE = new Baselines(null, null, null, null, null, null);
    }

    /**
     * How good a way of forecasting amounts was over all origins whose horizon is over.
     *
     * @param method {@code nurt}, {@code stage_table}, {@code stage_rate}, {@code last_year}, {@code run_rate}, {@code commit} or
     *     {@code call}
     * @param wape sum of distances over the sum of what came; {@code bias} the same with signs, above 0: too much was told
     * @param pinball of P10, P50 and P90, relative to what came; {@code coverage} of P10 to P90; both of ranges only
     * @param coverageError standard error of the coverage
     * @param wapeOfNurt of Nurt over the same origins, for a way that told nothing at some of them
     */
    public record AmountRow(
            String horizon,
            String method,
            int origins,
            @Nullable Double wape,
            @Nullable Double bias,
            @Nullable Double pinball,
            @Nullable Double coverage,
            @Nullable Double coverageError,
            @Nullable Double wapeOfNurt) {}

    /** How good chances of being won within a horizon were. */
    public record ChanceRow(
            String horizon,
            String method,
            int deals,
            double brier,
            double logLoss,
            @Nullable Double slope,
            @Nullable Double intercept) {}

    public record Calibration(String horizon, List<Bin> bins) {}

    /** Deals whose chance lay between {@code from} and {@code to}: {@code told} on average, and the share that was won. */
    public record Bin(double from, double to, int deals, double told, double came) {}

    /** Where in their forecast's futures amounts came, counted in ten equal parts: even when ranges are right. */
    public record Pit(String horizon, int[] counts) {}

    /** How good somebody's own commitments were, over finished quarters. */
    public record CommitRow(
            UUID userId,
            @Nullable String name,
            int periods,
            @Nullable Double wape,
            @Nullable Double bias) {}

    /**
     * What all deals have in common, as simulations take it from now on.
     *
     * @param size deviation on the log-odds of winning
     * @param estimated false: too few past forecasts tell it, so it is believed
     */
    public record ShockSize(double size, int origins, boolean estimated) {}

    /**
     * By how much ranges are widened from now on.
     *
     * @param factor on the logarithm of the distance to the middle; 1: not at all
     * @param coverageBefore share of what came within P10 to P90 of ranges that were not widened
     */
    public record Widening(double factor, @Nullable Double coverageBefore, int origins) {
        public static final Widening NONE = new Widening(1, null, 0);
    }

    /** What is kept: of each measure its own part, the rest once. */
    public record Kept(
            Map<String, OfMeasure> measures,
            double masked,
            List<ChanceRow> chances,
            List<Calibration> calibration,
            List<CommitRow> commits) {}

    public record OfMeasure(List<Origin> origins, List<AmountRow> amounts, List<Pit> pit) {}
}
