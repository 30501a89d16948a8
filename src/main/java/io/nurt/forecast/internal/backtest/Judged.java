package io.nurt.forecast.internal.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was told at one origin.
 *
 * @param masked open deals whose amount is known only as it ended
 * @param forecasts by measure
 */
record Judged(
        UUID snapshotId,
        Instant asOf,
        String tier,
        int resolved,
        int open,
        int masked,
        Map<String, List<Forecast>> forecasts) {}
