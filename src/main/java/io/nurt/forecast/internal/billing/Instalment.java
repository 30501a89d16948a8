package io.nurt.forecast.internal.billing;

import org.jspecify.annotations.Nullable;

/**
 * One invoice of a plan, as sent and received.
 *
 * @param share of the won amount, plain decimal above 0 and at most 1, such as {@code 0.3}
 * @param afterDays from winning to the invoice
 */
record Instalment(@Nullable String share, @Nullable Integer afterDays) {}
