package io.nurt.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is answered; every answer says as of when, in which currency, and about which deals. The names are those of the published
 * API, where all modules share one list.
 */
final class Answers {
    private Answers() {}

    /**
     * Share of the deals opened in the period that are won by now.
     *
     * @param resolvedShare how much of the cohort is won or lost; a low share means that the rate is still rising
     */
    record Cohort(
            @Nullable Double value,
            long n,
            boolean enough,
            @Nullable Double resolvedShare,
            String definition,
            Map<String, List<String>> drill) {}

    /** Days from opening to closing. */
    record Cycle(
            @Nullable Double median,
            @Nullable Double mean,
            @Nullable Double p80,
            long n,
            boolean enough,
            String definition,
            Map<String, List<String>> drill,
            @Nullable LeftOut left) {}

    record Summary(
            Instant asOf,
            String currency,
            String population,
            Figure<Double> winRateClosed,
            Cohort winRateCohort,
            Figure<Long> wonCount,
            Figure<String> wonValue,
            Figure<Long> lostCount,
            Figure<Long> openCount,
            Figure<String> openValue,
            Figure<String> averageDeal,
            Figure<String> medianDeal,
            Cycle cycleWon,
            Cycle cycleLost,
            Velocity velocity) {}

    record WonInMonth(long count, String value, @Nullable LeftOut left) {}

    record LostInMonth(long count) {}

    /**
     * A month in which deals were closed, or between two such months.
     *
     * @param month such as {@code 2026-11}; at the edge of a period only its days in the period count
     * @param drill to its won and lost deals
     */
    record ClosedMonth(String month, WonInMonth won, LostInMonth lost, Map<String, List<String>> drill) {}

    record WonByMonth(
            Instant asOf, String currency, String population, String definition, long n, List<ClosedMonth> months) {}

    record StagePipeline(UUID id, String name) {}

    /** @param probability of winning from this stage, 0 to 1, as set on the stage; {@code weighted} = value x probability */
    record OpenStage(
            UUID stageId,
            String name,
            StagePipeline pipeline,
            double probability,
            long count,
            String value,
            String weighted,
            @Nullable LeftOut left,
            Map<String, List<String>> drill) {}

    record OpenByStage(
            Instant asOf,
            String currency,
            String population,
            String definition,
            String weightedDefinition,
            long n,
            List<OpenStage> stages) {}

    /** @param days from-to, such as {@code 8-14}; the last is {@code 91+} */
    record Bucket(String days, long count) {}

    /**
     * How long the deals of a stage have stood in it.
     *
     * @param n deals that stand there and do not sleep
     * @param rotting of them, longer there than {@code rottingDays} and without a dated next step ahead
     */
    record AgeingStage(
            UUID stageId,
            String name,
            StagePipeline pipeline,
            long n,
            boolean enough,
            @Nullable Double median,
            @Nullable Double p80,
            @Nullable Integer rottingDays,
            long rotting,
            List<Bucket> buckets,
            @Nullable LeftOut left,
            Map<String, List<String>> drill) {}

    record StageAgeing(
            Instant asOf,
            String currency,
            String population,
            String definition,
            String rottingDefinition,
            long n,
            List<AgeingStage> stages) {}

    /**
     * An owner, team, product or source.
     *
     * @param id null for a source, and for deals without one
     * @param name null for deals without one
     */
    record BreakdownKey(@Nullable UUID id, @Nullable String name) {}

    /** @param drills by {@code won}, {@code lost}, {@code closed}, {@code open}; {@code drill} is that of the closed ones */
    record BreakdownRow(
            BreakdownKey key,
            long won,
            long lost,
            long open,
            Figure<Double> winRate,
            String wonValue,
            Figure<String> averageDeal,
            Figure<Double> medianCycle,
            @Nullable LeftOut left,
            Map<String, List<String>> drill,
            Map<String, Map<String, List<String>>> drills) {}

    /** @param more rows that are not shown */
    record Breakdown(
            Instant asOf,
            String currency,
            String population,
            String definition,
            String by,
            List<BreakdownRow> rows,
            long more) {}

    record Definition(
            String key,
            String title,
            String formula,
            String population,
            String timeBasis,
            String valueField,
            String ownerAttribution,
            String notes) {}
}
