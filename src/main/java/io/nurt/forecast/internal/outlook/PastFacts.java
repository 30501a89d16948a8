package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.simulation.AmountRatio;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a pipeline's deals were known to be worth at its history's moment, and whose they were. Where most amounts are known only
 * as they ended, none of these is looked at: each deal counts with the mean of what deals won by then were won for, and varies as
 * these did.
 */
final class PastFacts {
    private static final int FEW = 3;
    private static final double BELIEVED_DEVIATION = 0.6;

    private final History history;
    private final Standing standing;
    private final double[] wonAmounts;
    private final boolean masked;

    /** @param wonAmounts what deals won by then were won for */
    PastFacts(History history, Standing standing, List<Periods.Open> open, double[] wonAmounts) {
        this.history = history;
        this.standing = standing;
        this.wonAmounts = wonAmounts;
        long unknown =
                open.stream().filter(o -> Double.isNaN(o.known().amount())).count();
        this.masked = 2 * unknown > open.size() && wonAmounts.length > 0;
    }

    boolean masked() {
        return masked;
    }

    Map<UUID, Facts> open(List<Periods.Open> open) {
        Map<UUID, Facts> facts = new HashMap<>();
        double instead = masked ? Arrays.stream(wonAmounts).average().orElse(Double.NaN) : Double.NaN;
        for (Periods.Open deal : open) {
            double amount = deal.known().amount();
            facts.put(deal.dealId(), facts(deal.dealId(), deal.known(), Double.isNaN(amount) ? instead : amount));
        }
        return facts;
    }

    private Facts facts(UUID deal, Known known, double amount) {
        UUID owner = known.owner() < 0 ? null : history.owners().get(known.owner());
        return new Facts(
                deal,
                amount,
                owner,
                owner == null ? null : standing.teams.get(owner),
                known.company() < 0 ? null : history.companies().get(known.company()),
                standing.products.getOrDefault(deal, List.of()));
    }

    /** Deals entered in the year before. */
    List<Facts> lately() {
        return new Learnt(history)
                .lately().stream()
                        .filter(trail -> trail.known().get(0).stage() >= 0)
                        .map(trail ->
                                facts(trail.dealId(), last(trail), last(trail).amount()))
                        .toList();
    }

    private static Known last(Trail trail) {
        return trail.known().get(trail.known().size() - 1);
    }

    /** Amounts that new deals may have. */
    double[] newAmounts(List<Facts> lately) {
        return masked
                ? wonAmounts
                : lately.stream()
                        .mapToDouble(Facts::amount)
                        .filter(a -> !Double.isNaN(a))
                        .toArray();
    }

    AmountRatio ratio() {
        if (!masked) {
            return new Learnt(history).ratio();
        }
        double[] logs =
                Arrays.stream(wonAmounts).filter(a -> a > 0).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        double deviation = logs.length < FEW
                ? BELIEVED_DEVIATION
                : Math.sqrt(Arrays.stream(logs)
                        .map(l -> (l - mean) * (l - mean))
                        .average()
                        .orElse(0));
        double[] means = new double[history.stages().size()];
        double[] deviations = new double[means.length];
        // Such that the mean of what a deal is won for is the mean it counts with.
        Arrays.fill(means, -deviation * deviation / 2);
        Arrays.fill(deviations, deviation);
        return new AmountRatio(means, deviations);
    }
}
