package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.BillingPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal that stands as won.
 *
 * @param payer the customer as {@link io.nurt.forecast.internal.simulation.PaymentDelays} knows it; null when unknown
 * @param amount in the workspace's currency
 * @param wonOn day in the workspace's zone
 */
public record WonDeal(
        UUID dealId,
        @Nullable UUID ownerId,
        List<UUID> productIds,
        @Nullable String payer,
        @Nullable String segment,
        double amount,
        LocalDate wonOn,
        BillingPlan plan) {}
