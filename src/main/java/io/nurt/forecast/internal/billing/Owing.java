package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.BillingPlan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a won deal is still to be invoiced by its plan. */
final class Owing {
    /**
     * An instalment is invoiced late by so many days at most; one that is older and was never invoiced here is taken to have
     * been invoiced elsewhere, for not every workspace keeps its invoices in this place.
     */
    static final int GRACE_DAYS = 60;

    /** Below this part of the amount, a difference is rounding. */
    private static final double ROUNDING = 0.005;

    private Owing() {}

    /**
     * A won deal.
     *
     * @param amount in the workspace's currency
     * @param invoiced sum of its invoices, in the same
     */
    record Won(
            UUID dealId,
            @Nullable UUID ownerId,
            List<UUID> productIds,
            @Nullable String payer,
            @Nullable String segment,
            double amount,
            double invoiced,
            LocalDate wonOn) {}

    /** Invoices fill instalments in their order; what is left over falls on its day, or today when that has passed. */
    static List<OpenClaim> of(Won deal, BillingPlan plan, LocalDate today) {
        List<OpenClaim> claims = new ArrayList<>();
        double covered = deal.invoiced();
        int place = 0;
        for (BillingPlan.Instalment part : plan.instalments()) {
            place++;
            double amount = deal.amount() * part.share();
            double left = amount - Math.max(0, Math.min(covered, amount));
            covered -= amount;
            LocalDate planned = deal.wonOn().plusDays(part.afterDays());
            if (left > deal.amount() * ROUNDING && planned.isAfter(today.minusDays(GRACE_DAYS))) {
                LocalDate invoiceOn = planned.isBefore(today) ? today : planned;
                claims.add(new OpenClaim(
                        UUID.nameUUIDFromBytes((deal.dealId() + "/" + place).getBytes(StandardCharsets.UTF_8)),
                        deal.dealId(),
                        deal.ownerId(),
                        deal.productIds(),
                        deal.payer(),
                        deal.segment(),
                        left,
                        false,
                        invoiceOn,
                        invoiceOn.plusDays(plan.netDays())));
            }
        }
        return claims;
    }
}
