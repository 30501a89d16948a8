package io.nurt.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Brings in billing plans of products, and invoices with what came of them, known since their own days, and takes them out
 * again. The caller checks who may do it.
 */
public interface BillingImport {
    /**
     * One invoice of a plan.
     *
     * @param share of the won amount; all of a plan sum to 1
     * @param afterDays from winning to the invoice
     */
    record Part(BigDecimal share, int afterDays) {}

    /**
     * How a product is billed. It goes with the product.
     *
     * @param netDays from invoice to due day, 0 to 365
     */
    record Plan(UUID productId, List<Part> parts, int netDays) {}

    record Receipt(BigDecimal amount, LocalDate receivedOn) {}

    /**
     * An invoice of a deal; its company pays.
     *
     * @param number unlike any other; one that is there already is left as it is
     * @param currency of the amount and of the receipts
     */
    record Invoice(
            String number,
            UUID dealId,
            BigDecimal amount,
            String currency,
            LocalDate issuedOn,
            LocalDate dueOn,
            List<Receipt> receipts) {}

    void plans(List<Plan> plans);

    void invoices(UUID importId, List<Invoice> invoices);

    /** Takes out all invoices of an import, with all that came of them. */
    void takeOut(UUID importId);
}
