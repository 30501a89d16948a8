package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.billing.BillingBook;
import io.nurt.forecast.internal.billing.MonthCame;
import io.nurt.forecast.internal.billing.OpenClaim;
import io.nurt.forecast.internal.billing.PlanBook;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Billing plans, payers and claims as known at a moment, in the simulation's terms. */
@Component
class CashBook {
    private static final int PAST_MONTHS = 14;

    private final BillingBook billing;

    CashBook(BillingBook billing) {
        this.billing = billing;
    }

    /**
     * @param asOf what was recorded later is not looked at
     * @param today the day of that moment in the workspace's zone
     */
    Cash at(Instant asOf, LocalDate today) {
        PlanBook plans = billing.plans();
        PaymentDelays delays = billing.delays(asOf);
        List<OpenClaim> claims = billing.claims(asOf).open();
        YearMonth from = YearMonth.from(today).minusMonths(PAST_MONTHS);
        return new Cash() {
            @Override
            public BillingPlan plan(@Nullable Facts facts) {
                return plans.of(facts == null ? null : facts.dealId(), facts == null ? List.of() : facts.products());
            }

            @Override
            public PaymentDelay delay(@Nullable UUID company) {
                return delays.of(company == null ? null : company.toString(), null);
            }

            @Override
            public List<Futures.Claim> claims(Groups groups) {
                return claims.stream()
                        .map(claim -> claim(claim, delays, groups, today))
                        .toList();
            }

            @Override
            public Map<YearMonth, Double> actual(Measure measure) {
                return came(measure, from, asOf);
            }
        };
    }

    /** What was invoiced, or received, by month, as recorded by a moment. */
    Map<YearMonth, Double> came(Measure measure, YearMonth from, Instant asOf) {
        Map<YearMonth, Double> came = new HashMap<>();
        for (MonthCame month : billing.came(asOf, from)) {
            came.put(month.month(), measure == Measure.CASH ? month.received() : month.invoiced());
        }
        return came;
    }

    private static Futures.Claim claim(OpenClaim claim, PaymentDelays delays, Groups groups, LocalDate today) {
        int invoiced = (int) ChronoUnit.DAYS.between(today, claim.invoiceOn());
        return new Futures.Claim(
                claim.id().getLeastSignificantBits() ^ claim.id().getMostSignificantBits(),
                claim.amount(),
                claim.invoiced() ? Math.min(-1, invoiced) : Math.max(0, invoiced),
                (int) ChronoUnit.DAYS.between(today, claim.dueOn()),
                delays.of(claim.payer(), claim.segment()),
                groups.slots(claim.ownerId(), null, claim.productIds()));
    }
}
