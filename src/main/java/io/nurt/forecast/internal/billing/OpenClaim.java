package io.nurt.forecast.internal.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is owed or will be.
 *
 * @param id of the invoice; of an instalment, made of its deal and place
 * @param dealId null for an invoice without a deal
 * @param ownerId of the deal, or without one of the payer
 * @param productIds of the deal, the one worth most first
 * @param payer the customer as {@link io.nurt.forecast.internal.simulation.PaymentDelays} knows it; null when unknown
 * @param segment the payer's industry or size
 * @param amount in the workspace's currency, at the rate of the day asked about; negative for a correction
 * @param invoiced false: an instalment of a won deal that is not invoiced yet, or an invoice dated ahead
 * @param invoiceOn day of the invoice; of an instalment, never before the day asked about
 * @param dueOn day it falls due; in the past: late, and known to be unpaid since
 */
public record OpenClaim(
        UUID id,
        @Nullable UUID dealId,
        @Nullable UUID ownerId,
        List<UUID> productIds,
        @Nullable String payer,
        @Nullable String segment,
        double amount,
        boolean invoiced,
        LocalDate invoiceOn,
        LocalDate dueOn) {}
