package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.billing.WonDeal;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.forecast.internal.simulation.Renewals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deals won so far: as revenue that is earned over time, and as contracts that may be renewed. */
final class WonDeals {
    private final List<WonDeal> all;
    private final LocalDate today;
    private final Renewals renewals;

    WonDeals(List<WonDeal> all, LocalDate today) {
        this.all = all;
        this.today = today;
        this.renewals = new Renewals(all.stream()
                .filter(won -> won.payer() != null)
                .map(won -> new Renewals.Won(
                        won.dealId().toString(),
                        String.valueOf(won.payer()),
                        won.amount(),
                        day(won.wonOn()),
                        day(won.wonOn()) + won.plan().contractDays()))
                .toList());
    }

    private int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(today, date);
    }

    /** Won amounts by month of winning. */
    Map<YearMonth, Double> booked() {
        Map<YearMonth, Double> booked = new HashMap<>();
        all.forEach(won -> booked.merge(YearMonth.from(won.wonOn()), won.amount(), Double::sum));
        return booked;
    }

    /** Revenue earned by today, by month. */
    Map<YearMonth, Double> recognised() {
        Map<YearMonth, Double> earned = new HashMap<>();
        for (WonDeal won : all) {
            for (BillingPlan.Instalment part : won.plan().recognised()) {
                LocalDate on = won.wonOn().plusDays(part.afterDays());
                if (!on.isAfter(today)) {
                    earned.merge(YearMonth.from(on), won.amount() * part.share(), Double::sum);
                }
            }
        }
        return earned;
    }

    /** Revenue of these deals that is earned after today. */
    List<Futures.Earned> earned(Groups groups) {
        return all.stream()
                .flatMap(won -> won.plan().recognised().stream()
                        .filter(part -> won.wonOn().plusDays(part.afterDays()).isAfter(today))
                        .map(part -> new Futures.Earned(
                                won.amount() * part.share(),
                                day(won.wonOn().plusDays(part.afterDays())),
                                groups.slots(won.ownerId(), null, won.productIds()))))
                .toList();
    }

    /** Deals by which a contract was renewed: they are no new business. */
    Set<UUID> renewed() {
        return renewals.renewed().stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /**
     * Contracts whose end comes.
     *
     * @param openDeals by payer: each is taken to be the renewal of the contract that ends first, and counts as what it is
     */
    List<Futures.Renewal> ending(Groups groups, PaymentDelays delays, Map<String, Integer> openDeals) {
        Map<String, WonDeal> byId =
                all.stream().collect(Collectors.toMap(won -> won.dealId().toString(), Function.identity()));
        Map<String, Integer> left = new HashMap<>(openDeals);
        return renewals.ending().stream()
                .sorted(Comparator.comparingInt(ending -> ending.contract().ends()))
                .filter(ending -> left.merge(ending.contract().customer(), -1, Integer::sum) < 0)
                .map(ending -> renewal(ending, byId.get(ending.contract().deal()), groups, delays))
                .sorted(Comparator.comparing(renewal -> Arrays.toString(renewal.slots())))
                .toList();
    }

    private Futures.Renewal renewal(
            Renewals.Ending ending, @Nullable WonDeal found, Groups groups, PaymentDelays delays) {
        WonDeal won = java.util.Objects.requireNonNull(found);
        return new Futures.Renewal(
                won.dealId().getLeastSignificantBits() ^ won.dealId().getMostSignificantBits() ^ 0x52454E4557L,
                won.amount(),
                Math.max(0, ending.contract().ends()),
                ending.chance(),
                renewals.ratio(),
                won.plan(),
                delays.of(won.payer(), won.segment()),
                groups.slots(won.ownerId(), null, won.productIds()));
    }
}
