package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deals; empty lists and nulls ask nothing. Days are of the workspace's zone, ends included.
 *
 * @param owners users; {@code withoutOwner} adds deals that have none
 * @param teams with the teams below them
 * @param tags at least one of them
 * @param createdFrom the day the sale began
 * @param closeFrom expected close
 * @param closedFrom the day it was won or lost
 * @param nextSteps any of {@code overdue}, {@code today}, {@code later} and {@code none}: what the next step asks for; a deal that
 *     rests until a later day is none of them
 * @param nextStepFrom the day of the next step
 * @param state {@code active}, {@code archived}, {@code trashed}, or {@code counted}: those in figures, which are neither
 *     trashed nor archived while open
 * @param without of {@code team}, {@code company}, {@code product}, {@code source} and {@code close}, those that a deal may lack
 *     instead of having one asked for
 * @param risks open deals with at least one of these against them
 * @param custom key of a custom field and the text it must have
 */
public record DealFilter(
        List<UUID> pipelines,
        List<UUID> stages,
        List<String> statuses,
        List<UUID> owners,
        boolean withoutOwner,
        List<UUID> teams,
        List<UUID> companies,
        List<UUID> contacts,
        List<UUID> products,
        List<String> sources,
        List<String> tags,
        @Nullable String text,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo,
        @Nullable LocalDate createdFrom,
        @Nullable LocalDate createdTo,
        @Nullable LocalDate closeFrom,
        @Nullable LocalDate closeTo,
        @Nullable LocalDate closedFrom,
        @Nullable LocalDate closedTo,
        List<String> nextSteps,
        @Nullable LocalDate nextStepFrom,
        @Nullable LocalDate nextStepTo,
        @Nullable UUID importId,
        String state,
        Set<String> without,
        Set<DealRisk> risks,
        Map<String, String> custom) {

    /** Reads the query parameters of {@code GET /api/v1/deals}. */
    public static DealFilter of(Map<String, List<String>> parameters) {
        return DealFilterReader.read(parameters);
    }

    /** Whether a list of it is of all open deals of some owners and places, so that kept totals answer it. */
    boolean onlyOpen() {
        return statuses.equals(List.of("open")) && state.equals("active") && nothingElse();
    }

    /** Whether a board of it asks for nothing but owners and teams, so that kept totals answer it. */
    boolean onlyOwners() {
        return statuses.isEmpty() && stages.isEmpty() && nothingElse();
    }

    private boolean nothingElse() {
        return sources.isEmpty()
                && tags.isEmpty()
                && text == null
                && products.isEmpty()
                && companies.isEmpty()
                && contacts.isEmpty()
                && amountFrom == null
                && amountTo == null
                && createdFrom == null
                && createdTo == null
                && closeFrom == null
                && closeTo == null
                && closedFrom == null
                && closedTo == null
                && nextSteps.isEmpty()
                && nextStepFrom == null
                && nextStepTo == null
                && importId == null
                && without.isEmpty()
                && risks.isEmpty()
                && custom.isEmpty();
    }
}
