package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Billing plans and payers as known at a moment. */
@Component
class CashBook {
    private static final int NET_DAYS = 14;

    /** @param asOf what was recorded later is not looked at */
    Cash at(Instant asOf) {
        PaymentDelays delays = new PaymentDelays(List.of());
        BillingPlan plan = BillingPlan.atOnce(NET_DAYS);
        return new Cash() {
            @Override
            public BillingPlan plan(@Nullable Facts facts) {
                return plan;
            }

            @Override
            public PaymentDelay delay(@Nullable UUID company) {
                return delays.of(company == null ? null : company.toString(), null);
            }

            @Override
            public List<Futures.Claim> claims(Groups groups) {
                return List.of();
            }

            @Override
            public Map<YearMonth, Double> actual(Measure measure) {
                return Map.of();
            }
        };
    }
}
