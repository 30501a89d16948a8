package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the model expects of a period beyond what is won in it already. */
interface ModelRange {
    /** @return nothing when it has nothing to say of this period */
    Optional<Told> told(Period period, Workspace workspace, LocalDate today, Visibility visibility);

    /** Told of one period, for any group of people. */
    interface Told {
        /** What the figures rest on: {@code independent} or {@code simulation}; the texts have their names. */
        String basis();

        /** @return what is expected of these people's deals; null when nothing is told of any of them */
        @Nullable
        Range of(Set<UUID> owners);
    }

    /** Amounts still to come that are reached in nine, five and one of ten cases. */
    record Range(BigDecimal p10, BigDecimal p50, BigDecimal p90, BigDecimal mean) {}
}
