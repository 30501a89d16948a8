package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that somebody said of a period; never changed, the newest of its kind and subject is in force.
 *
 * @param amount that will be booked in the whole period, what is won included
 * @param base JSON: what it replaces, what was won and what the model said then
 */
record Submission(
        UUID id,
        Subject subject,
        Period period,
        Kind kind,
        BigDecimal amount,
        String currency,
        @Nullable String reason,
        String base,
        UUID authorId,
        String authorName,
        Instant at) {
    enum Kind {
        /** What a person will bring for sure; only of people. */
        COMMIT,
        /** What they bring when most goes well; only of people. */
        BEST_CASE,
        /** What those who lead them count on; of people, teams and the workspace. */
        CALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
