package io.nurt.forecast.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as screens and programs see it; amounts are plain decimals in {@code currency}.
 *
 * @param deal title of the deal
 * @param companyId the payer, its own or the deal's
 * @param open what is still owed
 * @param status {@code paid}, {@code open}, {@code late} or {@code cancelled}
 * @param daysLate after its due day, while something is owed; negative before it
 * @param expected when the rest is foreseen to come; of open ones, where it was asked for
 */
record Invoice(
        UUID id,
        String number,
        @Nullable UUID dealId,
        @Nullable String deal,
        @Nullable UUID companyId,
        @Nullable String company,
        String amount,
        String currency,
        LocalDate issuedOn,
        LocalDate dueOn,
        String paid,
        String open,
        String status,
        int daysLate,
        List<Receipt> receipts,
        @Nullable Expected expected,
        int version) {

    /** Money that came for an invoice; negative when it was paid back. */
    record Receipt(UUID id, String amount, LocalDate receivedOn) {}

    /**
     * Days on which one of ten, half and nine of ten such invoices are paid.
     *
     * @param late null when more than one of ten is never paid
     */
    record Expected(
            @Nullable LocalDate early,
            @Nullable LocalDate likely,
            @Nullable LocalDate late) {}

    static Invoice of(
            InvoiceRow row, List<ReceiptStore.Stored> receipts, LocalDate today, @Nullable Expected expected) {
        InvoiceFacts facts = row.facts();
        int daysLate = (int) ChronoUnit.DAYS.between(facts.dueOn(), today);
        return new Invoice(
                row.id(),
                facts.number(),
                facts.dealId(),
                row.deal(),
                row.payerId(),
                row.payer(),
                plain(facts.amount()),
                facts.currency(),
                facts.issuedOn(),
                facts.dueOn(),
                plain(row.paid()),
                plain(facts.cancelled() ? BigDecimal.ZERO : row.remainder()),
                facts.cancelled() ? "cancelled" : !row.unpaid() ? "paid" : daysLate > 0 ? "late" : "open",
                row.unpaid() ? daysLate : 0,
                receipts.stream()
                        .map(one -> new Receipt(one.id(), plain(one.amount()), one.receivedOn()))
                        .toList(),
                expected,
                row.version());
    }

    static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
