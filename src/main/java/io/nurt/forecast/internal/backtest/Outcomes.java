package io.nurt.forecast.internal.backtest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of all deals. */
final class Outcomes {
    private final Map<UUID, Outcome> byDeal;

    Outcomes(Collection<Outcome> all) {
        this.byDeal = all.stream().collect(Collectors.toMap(Outcome::dealId, Function.identity()));
    }

    @Nullable
    Outcome of(UUID deal) {
        return byDeal.get(deal);
    }

    double value(UUID deal) {
        Outcome outcome = byDeal.get(deal);
        return outcome == null ? Double.NaN : outcome.value();
    }

    /**
     * What was won after a moment and by the end of a day: every deal that did not stand as won at the moment and is won now. One
     * that was won before the moment, but of which this was put down only later, counts when it stood as open then.
     *
     * @param wonThen deals that stood as won at the moment, {@code openThen} as open
     */
    double came(Horizon horizon, Set<UUID> wonThen, Set<UUID> openThen, Predicate<Outcome> which) {
        double sum = 0;
        for (Outcome outcome : byDeal.values()) {
            if (outcome.wonBy(horizon.until())
                    && !outcome.enteredClosed()
                    && !wonThen.contains(outcome.dealId())
                    && (openThen.contains(outcome.dealId()) || !outcome.closedBefore(horizon.from()))
                    && which.test(outcome)) {
                sum += Double.isNaN(outcome.value()) ? 0 : outcome.value();
            }
        }
        return sum;
    }

    /** What is won in a period, as it stands now. */
    double wonIn(LocalDate from, LocalDate until, Predicate<Outcome> which) {
        return byDeal.values().stream()
                .filter(o -> o.wonBy(until) && !o.closedBefore(from) && which.test(o))
                .mapToDouble(Outcome::value)
                .filter(v -> !Double.isNaN(v))
                .sum();
    }
}
