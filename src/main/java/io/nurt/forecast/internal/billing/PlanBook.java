package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.BillingPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All plans of a workspace, held in memory while many deals are asked about. */
public final class PlanBook {
    private final Map<UUID, BillingPlan> deals = new HashMap<>();
    private final Map<UUID, BillingPlan> products = new HashMap<>();
    private BillingPlan workspace = BillingPlans.BUILT_IN.plan();

    PlanBook(List<PlanStore.Stored> stored) {
        for (PlanStore.Stored plan : stored) {
            BillingPlan terms = plan.terms().plan();
            if (plan.of().dealId() != null) {
                deals.put(plan.of().dealId(), terms);
            } else if (plan.of().productId() != null) {
                products.put(plan.of().productId(), terms);
            } else {
                workspace = terms;
            }
        }
    }

    /**
     * The plan of a deal: its own, else that of the first of its products that has one, else the workspace's.
     *
     * @param productIds the one worth most first
     */
    public BillingPlan of(@Nullable UUID dealId, Collection<UUID> productIds) {
        BillingPlan own = dealId == null ? null : deals.get(dealId);
        if (own != null) {
            return own;
        }
        for (UUID product : productIds) {
            BillingPlan plan = products.get(product);
            if (plan != null) {
                return plan;
            }
        }
        return workspace;
    }

    /** The workspace's plan, or all at once, due after 14 days, when it has none. */
    public BillingPlan usual() {
        return workspace;
    }
}
