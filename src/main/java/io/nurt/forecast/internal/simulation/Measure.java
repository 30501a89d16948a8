package io.nurt.forecast.internal.simulation;

/**
 * What is added up: won amounts on the day of winning; revenue as its service is given, see {@link BillingPlan#recognised()};
 * invoices on their day; receipts on theirs; and receipts less what goes out, which is worked out of the others.
 */
public enum Measure {
    BOOKED,
    RECOGNISED,
    INVOICED,
    CASH,
    CASH_FLOW
}
