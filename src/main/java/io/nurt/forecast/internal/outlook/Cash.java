package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.billing.Outflows;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How won amounts become invoices and receipts, and what is owed already. */
interface Cash {
    /** @param facts null for a deal that does not exist yet */
    BillingPlan plan(@Nullable Facts facts);

    PaymentDelay delay(@Nullable UUID company);

    List<Futures.Claim> claims(Groups groups);

    /** Revenue of deals won already that is still to be earned. */
    List<Futures.Earned> earned(Groups groups);

    /**
     * Contracts whose end comes.
     *
     * @param openDeals how many each company has: each is taken to be the renewal of one contract, and counts as what it is
     */
    List<Futures.Renewal> renewals(Groups groups, Map<UUID, Integer> openDeals);

    /** Deals by which a contract was renewed. */
    Set<UUID> renewed();

    /** What goes out. */
    Outflows outflows();

    /** What came by month of any measure but what is booked; of the cash flow, with the wages of months to come. */
    Map<YearMonth, Double> actual(Measure measure);
}
