package io.nurt.forecast.internal.billing;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Invoices and receipts by hand. An invoice is seen by those who see its deal, or without one its payer. */
@Service
class Invoices {
    private final InvoiceStore store;
    private final ReceiptStore receipts;
    private final InvoiceChecks checks;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final ForecastNews news;

    Invoices(
            InvoiceStore store,
            ReceiptStore receipts,
            InvoiceChecks checks,
            Workspaces workspaces,
            ObjectMapper json,
            ForecastNews news) {
        this.news = news;
        this.store = store;
        this.receipts = receipts;
        this.checks = checks;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** What was done, and how to take it back. */
    record Changed(Invoice invoice, String undoToken) {}

    /** Money that came. */
    record NewReceipt(@Nullable BigDecimal amount, @Nullable LocalDate receivedOn) {}

    @Transactional(readOnly = true)
    Page<Invoice> page(InvoiceFilter filter, int limit, @Nullable String cursor) {
        return page(filter, limit, cursor, row -> null);
    }

    /** @param expected asked for each row, when the rest of it is foreseen to come */
    Page<Invoice> page(
            InvoiceFilter filter,
            int limit,
            @Nullable String cursor,
            Function<InvoiceRow, Invoice.@Nullable Expected> expected) {
        Caller caller = Caller.require(Permission.READ);
        Cursor after = Cursor.decode(cursor, 2);
        checkCursor(after);
        LocalDate today = today();
        Page<InvoiceRow> page = Page.cut(
                store.page(filter, caller.visibility(), today, limit + 1, after),
                limit,
                row -> Cursor.of(
                        filter.which().byDueDay
                                ? row.facts().dueOn()
                                : row.facts().issuedOn(),
                        row.id()));
        Map<UUID, List<ReceiptStore.Stored>> came =
                receipts.of(page.items().stream().map(InvoiceRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(ReceiptStore.Stored::invoiceId));
        return page.map(row -> Invoice.of(row, came.getOrDefault(row.id(), List.of()), today, expected.apply(row)));
    }

    private static void checkCursor(@Nullable Cursor after) {
        if (after == null) {
            return;
        }
        try {
            LocalDate.parse(String.valueOf(after.values().get(0)));
            UUID.fromString(String.valueOf(after.values().get(1)));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    @Transactional(readOnly = true)
    Invoice get(UUID id) {
        return view(id, Caller.require(Permission.READ));
    }

    @Transactional
    Invoice create(JsonNode body) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        InvoiceFacts facts = checks.read(new Patch(body, json), null, home(), caller.visibility());
        UUID id = Ids.next();
        if (!store.insert(id, facts, caller.origin(), null, caller.userId())) {
            throw new Problem(BillingProblem.NUMBER_TAKEN, facts.number());
        }
        news.changed(ForecastChanged.Part.INVOICES);
        return view(id, caller);
    }

    @Transactional
    Changed change(UUID id, @Nullable Integer expected, JsonNode body) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        InvoiceRow now = locked(id, caller);
        Versions.check(expected, now.version(), view(id, caller));
        return changed(now, checks.read(new Patch(body, json), now.facts(), home(), caller.visibility()), caller);
    }

    /** Cancels it: it stays in the list, and nothing is owed. */
    @Transactional
    Changed cancel(UUID id, @Nullable Integer expected) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        InvoiceRow now = locked(id, caller);
        Versions.check(expected, now.version(), view(id, caller));
        InvoiceFacts facts = now.facts();
        return changed(
                now,
                new InvoiceFacts(
                        facts.number(),
                        facts.dealId(),
                        facts.companyId(),
                        facts.amount(),
                        facts.currency(),
                        facts.issuedOn(),
                        facts.dueOn(),
                        true),
                caller);
    }

    private Changed changed(InvoiceRow now, InvoiceFacts facts, Caller caller) {
        if (store.taken(facts.number(), now.id())) {
            throw new Problem(BillingProblem.NUMBER_TAKEN, facts.number());
        }
        store.change(now.id(), facts);
        news.changed(ForecastChanged.Part.INVOICES);
        return new Changed(view(now.id(), caller), InvoiceUndo.ofChange(now.id(), now.version()));
    }

    @Transactional
    Changed receive(UUID invoiceId, NewReceipt wanted) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        InvoiceRow invoice = locked(invoiceId, caller);
        if (invoice.facts().cancelled()) {
            throw new Problem(BillingProblem.INVOICE_CANCELLED);
        }
        InvoiceChecks.receipt(wanted.amount(), wanted.receivedOn(), today());
        if (wanted.amount() == null || wanted.receivedOn() == null) {
            throw new Problem(CommonProblem.INVALID);
        }
        UUID id = Ids.next();
        receipts.insert(id, invoiceId, wanted.amount(), wanted.receivedOn(), caller.origin(), null, caller.userId());
        news.changed(ForecastChanged.Part.INVOICES);
        return new Changed(view(invoiceId, caller), InvoiceUndo.ofReceipt(id, false));
    }

    /** Takes away a receipt that was entered by mistake. */
    @Transactional
    Changed remove(UUID receiptId) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        ReceiptStore.Stored receipt = receipts.find(receiptId)
                .filter(found -> !found.removed())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        locked(receipt.invoiceId(), caller);
        receipts.removed(receiptId, receipt.invoiceId(), true);
        news.changed(ForecastChanged.Part.INVOICES);
        return new Changed(view(receipt.invoiceId(), caller), InvoiceUndo.ofReceipt(receiptId, true));
    }

    private InvoiceRow locked(UUID id, Caller caller) {
        return store.lock(id, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private Invoice view(UUID id, Caller caller) {
        InvoiceRow row = store.find(id, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return Invoice.of(row, receipts.of(List.of(id)), today(), null);
    }

    private String home() {
        return workspaces.current().currency().getCurrencyCode();
    }

    private LocalDate today() {
        return LocalDate.now(workspaces.current().zone());
    }
}
