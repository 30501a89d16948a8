package io.nurt.forecast.internal.billing;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it is kept, with the names around it.
 *
 * @param payerId the company that pays, its own or the deal's
 * @param segment the payer's industry or size
 * @param paid sum of its receipts
 */
record InvoiceRow(
        UUID id,
        InvoiceFacts facts,
        @Nullable String deal,
        @Nullable UUID payerId,
        @Nullable String payer,
        @Nullable String segment,
        BigDecimal paid,
        boolean unpaid,
        int version) {

    /** What is still owed; negative when more came than was asked for. */
    BigDecimal remainder() {
        return facts.amount().subtract(paid);
    }
}
