package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the deals of one owner, or of several together, come to in a period, in the workspace's currency.
 *
 * @param won booked in the period so far
 * @param open amounts of open deals that are expected to close in it; {@code weighted} by the chance of their stage
 * @param noAmount deals that could not be counted: without an amount, or without a rate for their currency
 */
record OwnerFigures(
        BigDecimal won,
        long wonCount,
        BigDecimal open,
        long openCount,
        BigDecimal weighted,
        Map<Category, Slice> categories,
        long noAmount) {

    /** How sure people are of a deal; of a deal of which nobody said it, what its stage's chance suggests. */
    enum Category {
        COMMIT,
        BEST_CASE,
        PIPELINE,
        OMITTED;

        /** From this chance of the stage on, a deal of which nobody said anything counts as {@link #COMMIT}. */
        static final String COMMIT_FROM = "0.75";

        /** Likewise for {@link #BEST_CASE}. */
        static final String BEST_CASE_FROM = "0.4";

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param derived the part of the amount whose category follows from the stage, because nobody set it */
    record Slice(BigDecimal amount, BigDecimal derived, long count) {
        static final Slice NOTHING = new Slice(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Slice plus(Slice other) {
            return new Slice(amount.add(other.amount), derived.add(other.derived), count + other.count);
        }
    }

    static final OwnerFigures NOTHING =
            new OwnerFigures(BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, Map.of(), 0);

    Slice in(Category category) {
        return categories.getOrDefault(category, Slice.NOTHING);
    }

    OwnerFigures plus(OwnerFigures other) {
        Map<Category, Slice> both = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            both.put(category, in(category).plus(other.in(category)));
        }
        return new OwnerFigures(
                won.add(other.won),
                wonCount + other.wonCount,
                open.add(other.open),
                openCount + other.openCount,
                weighted.add(other.weighted),
                both,
                noAmount + other.noAmount);
    }
}
