package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the model expects of a period. */
interface ModelRange {
    /** @return nothing when it has nothing to say of this period */
    Optional<Told> told(Period period, Workspace workspace, LocalDate today, Visibility visibility);

    /** Told of one period, for any group of people. */
    interface Told {
        /** What the figures rest on: {@code independent} or {@code simulation}; the texts have their names. */
        String basis();

        /**
         * @param won what is won in the period already: included in the answer
         * @return what is expected of a row and of these people's deals; null when nothing is told of them
         */
        @Nullable
        Range of(Subject subject, Set<UUID> owners, BigDecimal won);
    }

    /** Amounts that are reached in nine, five and one of ten cases. */
    record Range(BigDecimal p10, BigDecimal p50, BigDecimal p90, BigDecimal mean) {
        Range plus(BigDecimal won) {
            return new Range(p10.add(won), p50.add(won), p90.add(won), mean.add(won));
        }

        /** What is won since the range was told cannot be lost again. */
        Range atLeast(BigDecimal won) {
            return new Range(p10.max(won), p50.max(won), p90.max(won), mean.max(won));
        }
    }
}
