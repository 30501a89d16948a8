package io.nurt.forecast.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The forecast call of a period: one row for the workspace, each team and each person, parents before their children.
 *
 * @param currency of all amounts
 * @param fraction share of the period's business days that has passed
 * @param basis of the model's range: {@code independent} or {@code simulation}; null when the model says nothing of the period
 * @param week Monday of the week in which the table was kept; null for the table as it is now
 * @param withoutCloseDate open deals that are in no period's figures because nobody said when they will close
 * @param me the caller
 */
record CallTable(
        String period,
        LocalDate first,
        LocalDate last,
        String previous,
        String next,
        boolean over,
        Instant asOf,
        String currency,
        double fraction,
        @Nullable String basis,
        @Nullable LocalDate week,
        long withoutCloseDate,
        @Nullable UUID me,
        List<CallRow> rows) {

    CallTable with(List<CallRow> others, UUID caller, @Nullable LocalDate keptIn) {
        return new CallTable(
                period,
                first,
                last,
                previous,
                next,
                over,
                asOf,
                currency,
                fraction,
                basis,
                keptIn,
                withoutCloseDate,
                caller,
                others);
    }
}
