package io.nurt.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number with what it takes to trust it.
 *
 * @param value null when unknown: nothing to compute from, or fewer than {@link #ENOUGH} deals behind a rate or a distribution
 * @param n the deals it is computed from
 * @param enough whether n suffices; counts and sums always do
 * @param definition key in the dictionary
 * @param drill parameters of the deals list that give its population: the n deals and those left out
 * @param left deals of the population that could not enter the figure; null when there are none
 */
record Figure<T>(
        @Nullable T value,
        long n,
        boolean enough,
        String definition,
        Map<String, List<String>> drill,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LeftOut left) {
    /** Below this many deals a rate or a distribution says more about chance than about sales. */
    static final long ENOUGH = 20;

    static Figure<Long> count(Measure measure, long count, Drill drill) {
        return new Figure<>(count, count, true, measure.key(), drill.parameters(), null);
    }

    static Figure<String> sum(Measure measure, BigDecimal sum, long n, Drill drill, @Nullable LeftOut left) {
        return new Figure<>(text(sum), n, true, measure.key(), drill.parameters(), left);
    }

    static Figure<String> typical(
            Measure measure, @Nullable BigDecimal value, long n, Drill drill, @Nullable LeftOut left) {
        boolean enough = n >= ENOUGH;
        return new Figure<>(
                enough && value != null ? text(value) : null, n, enough, measure.key(), drill.parameters(), left);
    }

    static Figure<Double> share(Measure measure, long part, long n, Drill drill) {
        return new Figure<>(rate(part, n), n, n >= ENOUGH, measure.key(), drill.parameters(), null);
    }

    /** part / n, or null below {@link #ENOUGH}. */
    static @Nullable Double rate(long part, long n) {
        return n < ENOUGH ? null : (double) part / n;
    }

    /** Amounts leave as plain decimal strings. */
    static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
