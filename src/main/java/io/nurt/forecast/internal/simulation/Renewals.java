package io.nurt.forecast.internal.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who renews: a contract by the month counts as renewed when the same customer is won again within {@value #WINDOW_DAYS} days of
 * its end, before or after. A customer's own rate is drawn towards the company's, that towards a plain belief; so is what is
 * paid then against what was paid before.
 */
public final class Renewals {
    /** Held as long as no contract has come to its end. */
    public static final double BELIEVED = 0.6;

    static final int WINDOW_DAYS = 90;
    /** Contracts that the belief is worth, and that the company's rate is worth for one customer. */
    private static final double WEIGHT = 10;

    private static final double WEIGHT_OF_COMPANY = 4;

    private final Map<String, double[]> customers = new HashMap<>();
    private final double rate;
    private final AmountRatio ratio;
    private final Set<String> renewed = new HashSet<>();
    private final List<Ending> ending = new ArrayList<>();

    /**
     * A won deal, days counted from today, those past negative.
     *
     * @param ends day on which the service of a contract by the month ends; of other deals, like {@code won}, no contract
     */
    public record Won(String deal, String customer, double amount, int won, int ends) {
        boolean contract() {
            return ends > won;
        }
    }

    /** A contract whose renewal is still open, and its chance. */
    public record Ending(Won contract, double chance) {}

    public Renewals(List<Won> all) {
        Map<String, List<Won>> byCustomer = new HashMap<>();
        all.forEach(won -> byCustomer
                .computeIfAbsent(won.customer(), c -> new ArrayList<>())
                .add(won));
        List<AmountRatio.Seen> ratios = new ArrayList<>();
        List<Won> open = new ArrayList<>();
        double[] sum = new double[2];
        for (Won contract : all) {
            if (!contract.contract()) {
                continue;
            }
            Won next = next(contract, byCustomer.getOrDefault(contract.customer(), List.of()));
            if (next == null && contract.ends() > -WINDOW_DAYS) {
                open.add(contract);
                continue;
            }
            double[] own = customers.computeIfAbsent(contract.customer(), c -> new double[2]);
            own[0] += next == null ? 0 : 1;
            own[1]++;
            sum[0] += next == null ? 0 : 1;
            sum[1]++;
            if (next != null) {
                renewed.add(next.deal());
                if (contract.amount() > 0 && next.amount() > 0) {
                    ratios.add(new AmountRatio.Seen(0, Math.log(next.amount() / contract.amount())));
                }
            }
        }
        rate = (sum[0] + WEIGHT * BELIEVED) / (sum[1] + WEIGHT);
        ratio = AmountRatio.fit(ratios, 1);
        open.forEach(contract -> ending.add(new Ending(contract, chance(contract))));
    }

    private static @org.jspecify.annotations.Nullable Won next(Won contract, List<Won> ofCustomer) {
        Won next = null;
        for (Won one : ofCustomer) {
            boolean after = one.won() > contract.won() && Math.abs(one.won() - contract.ends()) <= WINDOW_DAYS;
            if (after && (next == null || one.won() < next.won())) {
                next = one;
            }
        }
        return next;
    }

    /** Of a contract that has ended unrenewed, less with each day of the window that has gone. */
    private double chance(Won contract) {
        double chance = rate(contract.customer());
        double gone = Math.max(0, -contract.ends()) / (double) WINDOW_DAYS;
        return chance * (1 - gone) / (1 - chance * gone);
    }

    /** Chance that a contract of this customer is renewed. */
    public double rate(String customer) {
        double[] own = customers.getOrDefault(customer, new double[2]);
        return (own[0] + WEIGHT_OF_COMPANY * rate) / (own[1] + WEIGHT_OF_COMPANY);
    }

    /** What is paid on renewal against what was paid before. */
    public AmountRatio ratio() {
        return ratio;
    }

    /** Deals that renewed a contract: they are not to be counted as new ones too. */
    public Set<String> renewed() {
        return renewed;
    }

    public List<Ending> ending() {
        return ending;
    }
}
