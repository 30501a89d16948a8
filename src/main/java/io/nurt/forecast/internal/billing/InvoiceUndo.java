package io.nurt.forecast.internal.billing;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Undoable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back a change of an invoice, a receipt, or the removal of one. */
@Component
class InvoiceUndo implements Undoable {
    private static final String PREFIX = "invoice";

    private final InvoiceStore store;
    private final ReceiptStore receipts;
    private final ForecastNews news;

    InvoiceUndo(InvoiceStore store, ReceiptStore receipts, ForecastNews news) {
        this.news = news;
        this.store = store;
        this.receipts = receipts;
    }

    /** @param before the version that was changed */
    static String ofChange(UUID invoiceId, int before) {
        return PREFIX + ".change_" + invoiceId + "_" + before;
    }

    static String ofReceipt(UUID receiptId, boolean removed) {
        return PREFIX + (removed ? ".removed_" : ".added_") + receiptId;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    @Transactional
    public int undo(String payload) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        String[] parts = payload.split("_", -1);
        if (parts[0].equals("change") && parts.length == 3 && parts[2].matches("\\d{1,9}")) {
            change(caller, id(parts[1]), Integer.parseInt(parts[2]));
        } else if (parts.length == 2 && (parts[0].equals("added") || parts[0].equals("removed"))) {
            receipt(caller, id(parts[1]), parts[0].equals("added"));
        } else {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        news.changed(ForecastChanged.Part.INVOICES);
        return 1;
    }

    private void change(Caller caller, UUID invoiceId, int before) {
        InvoiceRow now = lock(caller, invoiceId);
        InvoiceFacts past = store.past(invoiceId, before).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (now.version() != before + 1 || store.taken(past.number(), invoiceId)) {
            throw new Problem(BillingProblem.UNDO_OVERTAKEN);
        }
        store.change(invoiceId, past);
    }

    private void receipt(Caller caller, UUID receiptId, boolean remove) {
        ReceiptStore.Stored receipt = receipts.find(receiptId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        lock(caller, receipt.invoiceId());
        if (receipt.removed() == remove) {
            throw new Problem(BillingProblem.UNDO_OVERTAKEN);
        }
        receipts.removed(receiptId, receipt.invoiceId(), remove);
    }

    private InvoiceRow lock(Caller caller, UUID invoiceId) {
        return store.lock(invoiceId, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
