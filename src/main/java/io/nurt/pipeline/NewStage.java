package io.nurt.pipeline;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stage to be made.
 *
 * @param kind {@code open} (also when null), {@code won} or {@code lost}
 * @param probability of an open stage, 0 to 1; one half when null
 * @param rottingDays at least 1; null: never
 */
public record NewStage(
        @Nullable String name,
        @Nullable String kind,
        @Nullable BigDecimal probability,
        @Nullable Integer rottingDays,
        @Nullable String purpose,
        @Nullable String help) {}
