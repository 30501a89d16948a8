package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How won amounts become invoices and receipts, and what is owed already. */
interface Cash {
    /** @param facts null for a deal that does not exist yet */
    BillingPlan plan(@Nullable Facts facts);

    PaymentDelay delay(@Nullable UUID company);

    List<Futures.Claim> claims(Groups groups);

    /** What was invoiced, and what was received, by month. */
    Map<YearMonth, Double> actual(Measure measure);
}
