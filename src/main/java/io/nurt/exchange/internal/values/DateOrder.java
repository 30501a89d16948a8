package io.nurt.exchange.internal.values;

/** In which order an all-numeric date with the year last is written; other dates need no order. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
