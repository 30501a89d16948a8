package io.nurt.insights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pipeline velocity, money a day, with the four factors it is made of.
 *
 * @param n closed deals behind the win rate
 * @param enough whether both closed and won deals suffice
 * @param openDeals N
 * @param winRate W
 * @param average A
 * @param cycle L, in days
 */
record Velocity(
        @Nullable String value,
        long n,
        boolean enough,
        String definition,
        Map<String, List<String>> drill,
        long openDeals,
        @Nullable Double winRate,
        @Nullable String average,
        @Nullable Double cycle) {

    /**
     * {@code N x W x A / L}.
     *
     * @return money a day with two decimals; null when a factor is unknown or the mean cycle is not a positive number of days
     */
    static @Nullable BigDecimal of(
            long openDeals, @Nullable Double winRate, @Nullable BigDecimal average, @Nullable Double cycleDays) {
        if (winRate == null || average == null || cycleDays == null || cycleDays <= 0) {
            return null;
        }
        return average.multiply(BigDecimal.valueOf(openDeals))
                .multiply(BigDecimal.valueOf(winRate))
                .divide(BigDecimal.valueOf(cycleDays), 2, RoundingMode.HALF_EVEN);
    }
}
