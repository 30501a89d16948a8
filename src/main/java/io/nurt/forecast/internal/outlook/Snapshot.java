package io.nurt.forecast.internal.outlook;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation told. Amounts are plain decimals in the workspace's currency.
 *
 * @param tier lowest tier among the models: how much the data carry
 * @param resolved closed deals that the models learnt from
 * @param withoutAmount open deals that count with the middle amount, for nobody has put one in
 */
record Snapshot(
        int futures,
        double shock,
        String tier,
        int resolved,
        int open,
        int withoutAmount,
        List<OfMeasure> measures,
        List<OfGroup> groups,
        List<Effect> levers) {

    /**
     * @param newShare part of the mean that comes from deals not entered yet
     * @param widening factor by which ranges were widened; null: not at all
     * @param quantiles by quarter, 101 amounts from the lowest future to the highest
     */
    record OfMeasure(
            String measure,
            double newShare,
            @Nullable Double widening,
            List<Actual> past,
            List<Row> months,
            List<Row> quarters,
            Map<String, double[]> quantiles) {}

    /** @param month such as {@code 2026-10} */
    record Actual(String month, String amount) {}

    /**
     * @param label month ({@code 2026-11}) or quarter ({@code 2026-Q4})
     * @param actual what is there already; included in the range
     * @param open mean of what deals open today bring, {@code fresh} deals not entered yet, {@code claims} deals won already,
     *     {@code renewals} contracts that are renewed; null where it was not told yet
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
            String fresh,
            String claims,
            @Nullable String renewals,
            @Nullable String outflows) {}

    /** @param kind {@code owner}, {@code team} or {@code product} */
    record OfGroup(String kind, UUID id, @Nullable String name, String measure, List<Row> quarters) {}

    /** By how much a stage that lets a tenth more go on raises what is booked by the end of the next quarter. */
    record Effect(UUID stageId, UUID pipelineId, String stage, String p10, String p50, String p90) {}
}
