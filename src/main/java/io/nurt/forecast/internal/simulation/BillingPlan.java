package io.nurt.forecast.internal.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * When a won amount is invoiced and falls due.
 *
 * @param instalments in the order of their days; shares sum to 1
 * @param netDays from invoice to due date, 0 to 365
 */
public record BillingPlan(List<Instalment> instalments, int netDays) {

    /**
     * @param share of the won amount
     * @param afterDays from winning to the invoice
     */
    public record Instalment(double share, int afterDays) {}

    public BillingPlan {
        instalments = List.copyOf(instalments);
        double sum = instalments.stream().mapToDouble(Instalment::share).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException("shares sum to " + sum + ", not to 1");
        }
    }

    /** All at once on winning. */
    public static BillingPlan atOnce(int netDays) {
        return new BillingPlan(List.of(new Instalment(1, 0)), netDays);
    }

    /** A share on winning, the rest after so many days. */
    public static BillingPlan deposit(double share, int restAfterDays, int netDays) {
        return share >= 1
                ? atOnce(netDays)
                : new BillingPlan(List.of(new Instalment(share, 0), new Instalment(1 - share, restAfterDays)), netDays);
    }

    /** Equal parts, one every 30 or so days, the first on winning: a subscription of so many months. */
    public static BillingPlan monthly(int months, int netDays) {
        List<Instalment> parts = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            parts.add(new Instalment(1.0 / months, (int) Math.round(m * 365.25 / 12)));
        }
        return new BillingPlan(parts, netDays);
    }
}
