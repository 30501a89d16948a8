package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the forecast call. All of the four numbers, and the model's range, say what will be booked in the whole period, so
 * they contain what is won already.
 *
 * @param key unique in the table; {@code parent} is another row's
 * @param kind {@code workspace}, {@code team}, {@code user}, or {@code unassigned} for deals without an owner
 * @param maySubmit whether the caller may submit this person's commitment; {@code mayLead} its call and quota
 * @param open amounts of open deals expected to close in the period; {@code weighted} by the chance of their stages
 * @param stageWeighted won and weighted together
 * @param noAmount deals left out because they have no amount, or no rate for their currency
 * @param categories open amounts by {@code commit}, {@code best_case}, {@code pipeline} and {@code omitted}
 * @param attainment won / quota
 * @param commitAttainment (won + open deals in category commit) / quota; {@code saidAttainment}: submitted commitment / quota
 * @param came of a table kept earlier: what is won in the period by now
 */
record CallRow(
        String key,
        String kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String parent,
        int depth,
        boolean maySubmit,
        boolean mayLead,
        @Nullable CallQuota quota,
        String won,
        long wonCount,
        String open,
        long openCount,
        String weighted,
        String stageWeighted,
        long noAmount,
        Map<String, CallCategory> categories,
        @Nullable CallSaid commit,
        @Nullable CallSaid bestCase,
        @Nullable CallSaid call,
        @Nullable CallModel model,
        @Nullable Double attainment,
        @Nullable Double commitAttainment,
        @Nullable Double saidAttainment,
        @Nullable Double usual,
        @Nullable Double pace,
        int pastPeriods,
        CallFreshness freshness,
        @Nullable String came) {

    /** @param own set for this very row, not summed from those below */
    record CallQuota(String amount, boolean own) {}

    /** @param derived the part whose category follows from the stage, because nobody set one */
    record CallCategory(String amount, String derived, long count) {}

    /**
     * @param own said of this very row; otherwise summed from those below, and nobody said it: no author, moment or reason
     */
    record CallSaid(
            String amount,
            boolean own,
            @Nullable UUID authorId,
            @Nullable String author,
            @Nullable Instant at,
            @Nullable String reason) {}

    record CallModel(String p10, String p50, String p90, String mean) {}

    /**
     * Whether commitments are fresh.
     *
     * @param staleDays of a person: days since they last submitted; of others, of the one who did so longest ago; null: never
     * @param stale of a person who should submit: never, or more than a week ago
     * @param expected how many people should submit; {@code submitted} have, {@code staleCount} not or too long ago
     */
    record CallFreshness(@Nullable Integer staleDays, boolean stale, int expected, int submitted, int staleCount) {}

    boolean person() {
        return kind.equals("user");
    }

    /** Of a person who is gone or cannot sign in and of whom there is nothing to show. */
    boolean nothing() {
        return (person() || kind.equals("unassigned"))
                && freshness.expected() == 0
                && wonCount + openCount == 0
                && quota == null
                && commit == null
                && call == null;
    }

    CallRow at(@Nullable String newParent, int newDepth, boolean submit, boolean lead) {
        return copy(newParent, newDepth, submit, lead, came);
    }

    CallRow cameTo(BigDecimal amount) {
        return copy(parent, depth, maySubmit, mayLead, Amounts.plain(amount));
    }

    private CallRow copy(@Nullable String p, int d, boolean submit, boolean lead, @Nullable String cameBy) {
        return new CallRow(
                key,
                kind,
                id,
                name,
                p,
                d,
                submit,
                lead,
                quota,
                won,
                wonCount,
                open,
                openCount,
                weighted,
                stageWeighted,
                noAmount,
                categories,
                commit,
                bestCase,
                call,
                model,
                attainment,
                commitAttainment,
                saidAttainment,
                usual,
                pace,
                pastPeriods,
                freshness,
                cameBy);
    }
}
