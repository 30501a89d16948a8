package io.nurt.forecast.internal.simulation;

/** What is added up: won amounts on the day of winning, invoices on their day, receipts on theirs. */
public enum Measure {
    BOOKED,
    INVOICED,
    CASH
}
