package io.nurt.forecast.internal.training;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.history.Features;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a pipeline's model.
 *
 * @param asOf learnt from what was recorded by then
 * @param periodDays length of a period
 * @param loss of models of past moments made the same way; null when there was too little to tell
 * @param stages open stages in the order the model knows them
 */
public record StoredModel(
        UUID id,
        UUID pipelineId,
        int version,
        Instant asOf,
        int periodDays,
        @Nullable Double loss,
        List<UUID> stages,
        Features.Choice choice,
        ForecastModel model) {}
