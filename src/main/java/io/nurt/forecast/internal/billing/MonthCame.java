package io.nurt.forecast.internal.billing;

import java.time.YearMonth;

/**
 * What came in a month, in the workspace's currency at the rates of the days.
 *
 * @param invoiced sum of invoices issued, corrections taken off
 * @param received sum of receipts, what was paid back taken off
 * @param leftOut invoices and receipts of currencies without a rate
 */
public record MonthCame(YearMonth month, double invoiced, double received, int leftOut) {}
