package io.nurt.insights;

import org.jspecify.annotations.Nullable;

/**
 * Deals of a population that could not enter a figure, so that nothing is left out silently.
 *
 * @param noAmount without an amount
 * @param noRate with an amount in a currency that had no exchange rate on the day
 * @param reversed closed before they were opened
 * @param asleep returned for nurture, to be resumed on a later day
 */
record LeftOut(long noAmount, long noRate, long reversed, long asleep) {
    static @Nullable LeftOut value(long noAmount, long noRate) {
        return of(noAmount, noRate, 0, 0);
    }

    static @Nullable LeftOut reversed(long deals) {
        return of(0, 0, deals, 0);
    }

    static @Nullable LeftOut asleep(long deals) {
        return of(0, 0, 0, deals);
    }

    private static @Nullable LeftOut of(long noAmount, long noRate, long reversed, long asleep) {
        return noAmount + noRate + reversed + asleep == 0 ? null : new LeftOut(noAmount, noRate, reversed, asleep);
    }
}
