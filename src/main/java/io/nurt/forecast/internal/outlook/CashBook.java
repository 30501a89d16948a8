package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.billing.BillingBook;
import io.nurt.forecast.internal.billing.MonthCame;
import io.nurt.forecast.internal.billing.OpenClaim;
import io.nurt.forecast.internal.billing.Outflows;
import io.nurt.forecast.internal.billing.PlanBook;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Outgoing;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.identity.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Billing plans, payers and claims as known at a moment, in the simulation's terms. */
@Component
class CashBook {
    private static final int PAST_MONTHS = 14;

    private final BillingBook billing;
    private final Workspaces workspaces;

    CashBook(BillingBook billing, Workspaces workspaces) {
        this.billing = billing;
        this.workspaces = workspaces;
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
        WonDeals won = new WonDeals(billing.won(asOf), today);
        Outflows outflows = billing.outflows();
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
            public List<Futures.Earned> earned(Groups groups) {
                return won.earned(groups);
            }

            @Override
            public List<Futures.Renewal> renewals(Groups groups, Map<UUID, Integer> openDeals) {
                Map<String, Integer> byPayer = new HashMap<>();
                openDeals.forEach((company, count) -> byPayer.put(company.toString(), count));
                return won.ending(groups, delays, byPayer);
            }

            @Override
            public Set<UUID> renewed() {
                return won.renewed();
            }

            @Override
            public Outflows outflows() {
                return outflows;
            }

            @Override
            public Map<YearMonth, Double> actual(Measure measure) {
                return came(measure, from, asOf);
            }
        };
    }

    /** What came by month, as recorded by a moment: of any measure but what is booked. */
    Map<YearMonth, Double> came(Measure measure, YearMonth from, Instant asOf) {
        LocalDate today = LocalDate.ofInstant(asOf, workspaces.current().zone());
        if (measure == Measure.RECOGNISED) {
            return since(from, new WonDeals(billing.won(asOf), today).recognised());
        }
        Map<YearMonth, Double> came = new HashMap<>();
        for (MonthCame month : billing.came(asOf, from)) {
            came.put(month.month(), measure == Measure.INVOICED ? month.invoiced() : month.received());
        }
        return measure == Measure.CASH_FLOW ? less(came, from, asOf, today) : came;
    }

    /** What was received less what went out, and of months to come the wages that will. */
    private Map<YearMonth, Double> less(
            Map<YearMonth, Double> received, YearMonth from, Instant asOf, LocalDate today) {
        Outflows outflows = billing.outflows();
        Outgoing goesOut = outflows.outgoing();
        Map<YearMonth, Double> booked = new WonDeals(billing.won(asOf), today).booked();
        Map<YearMonth, Double> delivered = came(goesOut.deliveryOf(), from, asOf);
        Map<YearMonth, Double> net = new HashMap<>();
        YearMonth last = YearMonth.from(today).plusMonths(Workbench.MONTHS);
        for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
            net.put(
                    month,
                    received.getOrDefault(month, 0.0)
                            - goesOut.commission() * booked.getOrDefault(month, 0.0)
                            - goesOut.delivery() * delivered.getOrDefault(month, 0.0)
                            - outflows.payroll(month));
        }
        return net;
    }

    private static Map<YearMonth, Double> since(YearMonth from, Map<YearMonth, Double> all) {
        all.keySet().removeIf(month -> month.isBefore(from));
        return all;
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
