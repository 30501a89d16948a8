package io.nurt.forecast.internal.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a pipeline's model as people see it.
 *
 * @param tier {@code prior} (the administrator's table), {@code stage_age}, {@code logit} or {@code boosted}
 * @param seenRows deals times periods that it learnt from
 * @param resolved closed deals among them
 * @param slope of the recalibration; below 1: earlier models were too sure
 * @param loss log loss per row of models of past moments made the same way; {@code lossBefore} of the version in use then
 */
public record ModelVersion(
        UUID id,
        int version,
        Instant asOf,
        Instant trainedAt,
        int periodDays,
        String tier,
        int seenRows,
        int resolved,
        int won,
        double intercept,
        double slope,
        @Nullable Double loss,
        @Nullable Double lossBefore,
        boolean inUse) {}
