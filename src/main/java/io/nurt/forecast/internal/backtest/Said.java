package io.nurt.forecast.internal.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said a quarter would bring as a whole, what was won in it already included.
 *
 * @param subjectKind {@code user}, {@code team} or {@code workspace}
 * @param kind {@code commit} or {@code call}
 * @param quarter its first day
 * @param name of the person it is about
 */
record Said(
        String subjectKind,
        UUID subject,
        String kind,
        LocalDate quarter,
        Instant at,
        @Nullable String name,
        double amount) {}
