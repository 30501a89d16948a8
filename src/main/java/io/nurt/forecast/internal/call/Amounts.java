package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts as the API writes them. */
final class Amounts {
    private Amounts() {}

    /** Plain decimals with two places at most. */
    static String plain(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The sum of those that are known; null when none is. */
    static @Nullable BigDecimal sum(Iterable<? extends @Nullable BigDecimal> amounts) {
        BigDecimal sum = null;
        for (BigDecimal amount : amounts) {
            if (amount != null) {
                sum = sum == null ? amount : sum.add(amount);
            }
        }
        return sum;
    }
}
