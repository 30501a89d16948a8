package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the simulation reads of money: plans, how payers pay, what is owed, what came. Of the whole workspace, whoever asks; the
 * one who shows it decides who may see it. Everything but plans is as recorded by the moment asked about.
 */
@Component
public class BillingBook {
    private final PlanStore plans;
    private final BookStore store;
    private final OutflowStore outflows;
    private final Workspaces workspaces;

    BillingBook(PlanStore plans, BookStore store, OutflowStore outflows, Workspaces workspaces) {
        this.plans = plans;
        this.store = store;
        this.outflows = outflows;
        this.workspaces = workspaces;
    }

    /**
     * What is owed.
     *
     * @param leftOut invoices and won deals of currencies without a rate
     */
    public record Claims(List<OpenClaim> open, int leftOut) {}

    /** All plans at once, for many deals. */
    @Transactional(readOnly = true)
    public PlanBook plans() {
        return new PlanBook(plans.all());
    }

    /** The plan of one deal. */
    @Transactional(readOnly = true)
    public BillingPlan planOf(@Nullable UUID dealId, Collection<UUID> productIds) {
        return plans().of(dealId, productIds);
    }

    /** How payers pay; the customer is {@link OpenClaim#payer()}. */
    @Transactional(readOnly = true)
    public PaymentDelays delays(Instant asOf) {
        return new PaymentDelays(store.known(asOf, day(asOf)));
    }

    /** Unpaid remainders of invoices, and instalments of won deals that are still to be invoiced. */
    @Transactional(readOnly = true)
    public Claims claims(Instant asOf) {
        Workspace workspace = workspaces.current();
        LocalDate today = day(asOf);
        String home = workspace.currency().getCurrencyCode();
        BookStore.Read<OpenClaim> invoices = store.unpaid(asOf, today, home);
        BookStore.Read<Owing.Won> won = store.won(asOf, today, home, workspace.zone());
        List<OpenClaim> open = new ArrayList<>(invoices.rows());
        PlanBook book = plans();
        for (Owing.Won deal : won.rows()) {
            open.addAll(Owing.of(deal, book.of(deal.dealId(), deal.productIds()), today));
        }
        return new Claims(open, invoices.leftOut() + won.leftOut());
    }

    /** Deals that stood as won, with their plans; those of currencies without a rate are left out. */
    @Transactional(readOnly = true)
    public List<WonDeal> won(Instant asOf) {
        Workspace workspace = workspaces.current();
        PlanBook book = plans();
        return store.won(asOf, day(asOf), workspace.currency().getCurrencyCode(), workspace.zone()).rows().stream()
                .map(won -> new WonDeal(
                        won.dealId(),
                        won.ownerId(),
                        won.productIds(),
                        won.payer(),
                        won.segment(),
                        won.amount(),
                        won.wonOn(),
                        book.of(won.dealId(), won.productIds())))
                .toList();
    }

    /** What goes out, as entered by the administrator; as it stands now. */
    @Transactional(readOnly = true)
    public Outflows outflows() {
        return outflows.find();
    }

    /** What came by month, from a month to the day asked about, months without anything among them. */
    @Transactional(readOnly = true)
    public List<MonthCame> came(Instant asOf, YearMonth from) {
        return store.came(asOf, from, day(asOf), workspaces.current().currency().getCurrencyCode());
    }

    /** What came by day, from a day to the one asked about, days without anything not among them. */
    @Transactional(readOnly = true)
    public List<DayCame> cameByDay(Instant asOf, LocalDate from) {
        return store.cameByDay(
                asOf, from, day(asOf), workspaces.current().currency().getCurrencyCode());
    }

    private LocalDate day(Instant asOf) {
        return LocalDate.ofInstant(asOf, workspaces.current().zone());
    }
}
