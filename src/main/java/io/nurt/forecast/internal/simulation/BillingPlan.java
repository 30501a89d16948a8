package io.nurt.forecast.internal.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * When a won amount is invoiced and falls due, and when it is earned.
 *
 * @param instalments in the order of their days; shares sum to 1
 * @param netDays from invoice to due date, 0 to 365
 */
public record BillingPlan(List<Instalment> instalments, int netDays, Service service) {
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    /** How what is paid for is given, which tells when revenue counts as earned. */
    public enum Service {
        /** With each invoice: at once, or milestone by milestone. */
        BY_INSTALMENT,
        /** Evenly, month by month, from winning to the last invoice: an advance is not earned on the day it is asked for. */
        UNTIL_LAST,
        /** A month with each invoice; such a contract can be renewed when its months are over. */
        MONTHLY
    }

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

    public BillingPlan(List<Instalment> instalments, int netDays) {
        this(instalments, netDays, Service.BY_INSTALMENT);
    }

    /** All at once on winning. */
    public static BillingPlan atOnce(int netDays) {
        return new BillingPlan(List.of(new Instalment(1, 0)), netDays);
    }

    /** A share on winning, the rest after so many days. */
    public static BillingPlan deposit(double share, int restAfterDays, int netDays) {
        return share >= 1
                ? atOnce(netDays)
                : new BillingPlan(
                        List.of(new Instalment(share, 0), new Instalment(1 - share, restAfterDays)),
                        netDays,
                        Service.UNTIL_LAST);
    }

    /** Equal parts, one every 30 or so days, the first on winning: a subscription of so many months. */
    public static BillingPlan monthly(int months, int netDays) {
        List<Instalment> parts = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            parts.add(new Instalment(1.0 / months, days(m)));
        }
        return new BillingPlan(parts, netDays, Service.MONTHLY);
    }

    private static int days(double months) {
        return (int) Math.round(months * DAYS_OF_A_MONTH);
    }

    /** Which share of the won amount is earned how many days after winning, in the order of the days. */
    public List<Instalment> recognised() {
        if (service != Service.UNTIL_LAST) {
            return instalments;
        }
        int last = instalments.get(instalments.size() - 1).afterDays();
        int months = Math.max(1, (int) Math.round(last / DAYS_OF_A_MONTH));
        List<Instalment> parts = new ArrayList<>();
        for (int m = 1; m <= months; m++) {
            parts.add(new Instalment(1.0 / months, (int) ((long) last * m / months)));
        }
        return parts;
    }

    /** Days from winning to the end of the service of a contract by the month; 0 for other plans. */
    public int contractDays() {
        return service == Service.MONTHLY ? days(instalments.size()) : 0;
    }
}
