package io.nurt.identity;

/**
 * Says whether the current workspace holds amounts that were summed in its currency. As long as anything says so, the currency
 * stays: another one would silently change what every total and every past figure means. Called inside a transaction; asks
 * about the whole workspace, whatever the caller may see.
 */
public interface CurrencyUse {
    boolean hasAmounts();
}
