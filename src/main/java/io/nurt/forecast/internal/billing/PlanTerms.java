package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.BillingPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A billing plan as it is kept, with exact shares.
 *
 * @param parts in the order of their days; shares sum to 1
 * @param netDays from invoice to due date, 0 to 365
 */
public record PlanTerms(PlanKind kind, List<Part> parts, int netDays) {
    static final int MOST_MONTHS = 120;
    static final int SHARE_DECIMALS = 10;
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    /**
     * One invoice.
     *
     * @param share of the won amount, above 0
     * @param afterDays from winning to the invoice
     */
    public record Part(BigDecimal share, int afterDays) {}

    public PlanTerms {
        parts = List.copyOf(parts);
    }

    static PlanTerms atOnce(int netDays) {
        return new PlanTerms(PlanKind.AT_ONCE, List.of(new Part(BigDecimal.ONE, 0)), netDays);
    }

    /** So many equal parts, the first on winning. */
    static PlanTerms monthly(int months, int netDays) {
        List<Part> parts = new ArrayList<>();
        BigDecimal share = BigDecimal.ONE.divide(BigDecimal.valueOf(months), SHARE_DECIMALS, RoundingMode.DOWN);
        BigDecimal last = BigDecimal.ONE.subtract(share.multiply(BigDecimal.valueOf(months - 1L)));
        for (int m = 0; m < months; m++) {
            parts.add(new Part(m == months - 1 ? last : share, (int) Math.round(m * DAYS_OF_A_MONTH)));
        }
        return new PlanTerms(PlanKind.MONTHLY, parts, netDays);
    }

    /** What the simulation draws with. */
    BillingPlan plan() {
        return new BillingPlan(
                parts.stream()
                        .map(part -> new BillingPlan.Instalment(part.share().doubleValue(), part.afterDays()))
                        .toList(),
                netDays,
                switch (kind) {
                    case AT_ONCE, MILESTONES -> BillingPlan.Service.BY_INSTALMENT;
                    case DEPOSIT -> BillingPlan.Service.UNTIL_LAST;
                    case MONTHLY -> BillingPlan.Service.MONTHLY;
                });
    }
}
