package io.nurt.forecast.internal.outlook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the outlook's endpoints answer. Amounts are plain decimals in the workspace's currency. */
final class OutlookViews {
    private OutlookViews() {}

    /**
     * @param label month ({@code 2026-11}) or quarter ({@code 2026-Q4})
     * @param actual what was there at the snapshot's moment; included in the range
     * @param came what has come since, all in all, once the month or quarter is over; null before
     * @param soFar what had been won by the last day of which all is known, in the month or quarter of that day; null otherwise
     * @param open mean of what deals open then bring, {@code new} deals not entered yet, {@code claims} deals won already,
     *     {@code renewals} contracts that are renewed; null where it was not told then
     * @param outflows of a cash flow only: mean of what goes out, below zero; the others are then what comes in
     */
    record Row(
            String label,
            String actual,
            String p10,
            String p50,
            String p90,
            String mean,
            String open,
            @JsonProperty("new") String fresh,
            String claims,
            @Nullable String renewals,
            @Nullable String outflows,
            @Nullable String came,
            @Nullable String soFar) {}

    /**
     * Revenue or cash-in ahead.
     *
     * @param measure {@code booked}, {@code recognised}, {@code invoiced}, {@code cash}, or {@code cash_flow} when what goes out is known
     * @param measures those that this snapshot tells of
     * @param futures drawn, under {@code shock}: the deviation of what all deals have in common, on the log-odds of winning
     * @param tier how much the data carry; {@code resolved} closed deals are behind it
     * @param withoutAmount open deals counted with the middle amount
     * @param widening factor by which ranges are wider, on the logarithm, than the futures alone, because past ones missed; 1: none
     * @param newShare part of the sum that comes from deals not entered yet
     * @param knownUntil last day of which it is known what came; {@code ended}: the data stop there, long before the present
     * @param past what came in the twelve months before
     * @param months null, like {@code past} and {@code quarters}, for somebody who may not see all deals
     */
    record Outlook(
            UUID snapshotId,
            Instant asOf,
            String measure,
            List<String> measures,
            String currency,
            int futures,
            double shock,
            String tier,
            int resolved,
            int open,
            int withoutAmount,
            double widening,
            double newShare,
            LocalDate knownUntil,
            boolean ended,
            @Nullable List<Snapshot.Actual> past,
            @Nullable List<Row> months,
            @Nullable List<Row> quarters,
            List<Group> groups) {}

    /** @param kind {@code owner}, {@code team} or {@code product} */
    record Group(String kind, UUID id, @Nullable String name, List<Row> quarters) {}

    /** Chance that a quarter brings at least the target. */
    record TargetChance(String quarter, String target, double chance) {}

    /**
     * A deal behind a bar.
     *
     * @param chance of being won in the time asked about
     * @param expected amount times that chance; null without an amount
     */
    record DealBehind(
            UUID id,
            String title,
            @Nullable String company,
            @Nullable String owner,
            @Nullable String amount,
            double chance,
            @Nullable String expected) {}

    /** A snapshot there is; {@code backtested}: made afterwards, from what was known then. */
    record SnapshotRef(UUID id, Instant asOf, Instant takenAt, boolean weekly, boolean backtested) {}

    /** What was told of a month by the first snapshot made in it; the range includes what was there already. */
    record Told(String month, UUID snapshotId, Instant asOf, boolean backtested, String p10, String p50, String p90) {}

    /** What is taken to be otherwise: days by which deals slip, factors, representatives who start. */
    record ScenarioRequest(
            @Nullable Map<UUID, Integer> slips,
            @Nullable UUID stageId,
            @Nullable Double stageFactor,
            @Nullable Double arrivalsFactor,
            @Nullable String arrivalsFrom,
            @Nullable Integer newReps,
            @Nullable String newRepsFrom) {}

    /** A quarter as it is and as it would be; the change is taken future by future. */
    record ScenarioRow(
            String quarter,
            String baseP10,
            String baseP50,
            String baseP90,
            String p10,
            String p50,
            String p90,
            String changeP10,
            String changeP50,
            String changeP90) {}

    record Scenario(String measure, int futures, List<ScenarioRow> quarters) {}
}
