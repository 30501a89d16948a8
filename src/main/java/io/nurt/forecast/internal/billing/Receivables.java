package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.billing.InvoiceFilter.Which;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed to the company, how late it is, and when it is foreseen to come. */
@Service
class Receivables {
    private static final double[] QUANTILES = {0.1, 0.5, 0.9};

    private final InvoiceStore store;
    private final Invoices invoices;
    private final BookStore book;
    private final Workspaces workspaces;

    Receivables(InvoiceStore store, Invoices invoices, BookStore book, Workspaces workspaces) {
        this.store = store;
        this.invoices = invoices;
        this.book = book;
        this.workspaces = workspaces;
    }

    /**
     * Claims of like lateness.
     *
     * @param bucket {@code due} for what is not late; {@code 30}, {@code 60}, {@code 90}: late by so many days at most; {@code
     *     older}
     */
    record Ageing(String bucket, long count, String amount) {}

    /**
     * All that is owed, and a page of it.
     *
     * @param total in {@code currency}
     * @param late part of it that is late
     * @param leftOut invoices of currencies without a rate, not in the sums
     */
    record Owed(
            LocalDate asOf,
            String currency,
            String total,
            String late,
            long leftOut,
            List<Ageing> ageing,
            List<Invoice> items,
            @Nullable String next) {}

    @Transactional(readOnly = true)
    Owed page(InvoiceFilter filter, int limit, @Nullable String cursor) {
        Caller caller = Caller.require(Permission.READ);
        Workspace workspace = workspaces.current();
        String currency = workspace.currency().getCurrencyCode();
        LocalDate today = LocalDate.now(workspace.zone());
        Map<String, InvoiceStore.Owed> found = store.owed(caller.visibility(), today, currency).stream()
                .collect(Collectors.toMap(InvoiceStore.Owed::bucket, Function.identity()));
        List<Ageing> ageing = Which.AGEING.stream()
                .map(which -> which.code)
                .map(bucket -> found.getOrDefault(bucket, new InvoiceStore.Owed(bucket, 0, BigDecimal.ZERO, 0)))
                .map(one -> new Ageing(one.bucket(), one.count(), money(one.amount())))
                .toList();
        BigDecimal total = sum(found, "");
        PaymentDelays delays = new PaymentDelays(book.known(Instant.now(), today));
        Page<Invoice> page = invoices.page(filter, limit, cursor, row -> expected(row, delays, today));
        return new Owed(
                today,
                currency,
                money(total),
                money(sum(found, "due")),
                found.values().stream().mapToLong(InvoiceStore.Owed::leftOut).sum(),
                ageing,
                page.items(),
                page.next());
    }

    private static BigDecimal sum(Map<String, InvoiceStore.Owed> owed, String without) {
        return owed.values().stream()
                .filter(one -> !one.bucket().equals(without))
                .map(InvoiceStore.Owed::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String money(BigDecimal amount) {
        return Invoice.plain(amount.setScale(2, java.math.RoundingMode.HALF_EVEN));
    }

    /** Never before tomorrow: that it is unpaid today is known. */
    static Invoice.@Nullable Expected expected(InvoiceRow row, PaymentDelays delays, LocalDate today) {
        if (!row.unpaid()) {
            return null;
        }
        String payer =
                row.payerId() == null ? row.id().toString() : row.payerId().toString();
        PaymentDelay delay = delays.of(payer, row.segment());
        int late = (int) ChronoUnit.DAYS.between(row.facts().dueOn(), today);
        @Nullable LocalDate[] days = new LocalDate[QUANTILES.length];
        for (int q = 0; q < days.length; q++) {
            int drawn = delay.drawLaterThan(late, QUANTILES[q]);
            days[q] = drawn == PaymentDelay.NEVER ? null : row.facts().dueOn().plusDays(drawn);
        }
        return new Invoice.Expected(days[0], days[1], days[2]);
    }
}
