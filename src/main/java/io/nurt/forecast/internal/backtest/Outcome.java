package io.nurt.forecast.internal.backtest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stands now. Deals in the trash or merged into others are none: each deal counts once.
 *
 * @param value in the workspace's currency, of a closed one at the rate of its day; NaN when unknown
 * @param owner who has it now
 * @param enteredClosed it was never seen open, or nobody knows when it closed: no forecast could have told it
 */
record Outcome(
        UUID dealId,
        boolean won,
        @Nullable LocalDate closedOn,
        double value,
        @Nullable UUID owner,
        boolean enteredClosed) {

    boolean closedBefore(LocalDate day) {
        return closedOn != null && closedOn.isBefore(day);
    }

    boolean wonBy(LocalDate day) {
        return won && closedOn != null && !closedOn.isAfter(day);
    }
}
