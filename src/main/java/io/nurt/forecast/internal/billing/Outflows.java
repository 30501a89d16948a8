package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.Outgoing;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * What goes out, as an administrator has put it in.
 *
 * @param commission share of what is won, 0 to 1
 * @param delivery share of what is invoiced, or with {@code ofRecognised} of revenue as it is earned, 0 to 1
 * @param payroll what wages come to a month, from a month on until the next entry; in the workspace's currency, oldest first
 * @param version 0 when nobody has put anything in
 */
public record Outflows(
        BigDecimal commission, BigDecimal delivery, boolean ofRecognised, List<Payroll> payroll, int version) {
    static final Outflows NONE = new Outflows(BigDecimal.ZERO, BigDecimal.ZERO, false, List.of(), 0);

    /** What wages come to a month from a month on. */
    public record Payroll(YearMonth from, BigDecimal amount) {}

    public Outflows {
        payroll = payroll.stream().sorted(Comparator.comparing(Payroll::from)).toList();
    }

    /** Whether there is anything that makes cash-in a cash flow. */
    public boolean entered() {
        return commission.signum() > 0
                || delivery.signum() > 0
                || payroll.stream().anyMatch(p -> p.amount().signum() > 0);
    }

    public Outgoing outgoing() {
        return new Outgoing(commission.doubleValue(), delivery.doubleValue(), ofRecognised);
    }

    /** Wages of a month. */
    public double payroll(YearMonth month) {
        double amount = 0;
        for (Payroll one : payroll) {
            amount = one.from().isAfter(month) ? amount : one.amount().doubleValue();
        }
        return amount;
    }
}
