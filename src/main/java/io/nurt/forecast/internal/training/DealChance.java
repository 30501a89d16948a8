package io.nurt.forecast.internal.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an open deal.
 *
 * @param low one of ten models that the data allow is lower; {@code high} likewise
 * @param chance of winning ever
 * @param byQuarter of being won by the end of this quarter, {@code byNext} of the next
 * @param medianOn day by which half of the cases in which it is won are won; null: further than two years
 * @param p80On likewise for four of five
 * @param typical chance of the typical deal of its stage and age
 * @param reasons what its own facts add to that
 */
public record DealChance(
        UUID dealId,
        double low,
        double chance,
        double high,
        double byQuarter,
        double byNext,
        @Nullable LocalDate medianOn,
        @Nullable LocalDate p80On,
        double typical,
        List<Reason> reasons) {

    /**
     * @param group of facts: {@code amount}, {@code closeDate}, {@code freshness}, ...; the texts have their names
     * @param change in chance, between -1 and 1
     */
    public record Reason(String group, double change) {}
}
