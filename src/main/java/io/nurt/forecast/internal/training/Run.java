package io.nurt.forecast.internal.training;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background.
 *
 * @param kind {@code training}, {@code simulation} or {@code backtest}
 * @param status {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param done of a hundred
 * @param error code of what went wrong
 * @param result JSON object, depending on the kind
 */
public record Run(
        UUID id,
        String kind,
        @Nullable UUID pipelineId,
        String status,
        int done,
        @Nullable String error,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @JsonRawValue String result) {

    public boolean ended() {
        return !status.equals("queued") && !status.equals("running");
    }
}
