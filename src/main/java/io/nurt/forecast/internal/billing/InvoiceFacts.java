package io.nurt.forecast.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says.
 *
 * @param companyId the payer; null: the deal's company
 * @param amount negative for a correction, never 0
 */
record InvoiceFacts(
        String number,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        BigDecimal amount,
        String currency,
        LocalDate issuedOn,
        LocalDate dueOn,
        boolean cancelled) {}
