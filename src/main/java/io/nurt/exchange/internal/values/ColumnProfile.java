package io.nurt.exchange.internal.values;

import io.nurt.exchange.internal.reading.Column;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as a whole.
 *
 * @param filled rows with a value
 * @param empty rows without
 * @param counts different values with their number of rows, most frequent first; not complete unless {@code complete}
 * @param complete whether {@code counts} holds every value
 * @param sample the first different values
 * @param currency the only currency that stands beside the numbers, if there is one
 * @param misfits rows whose value is not of the type
 * @param firstMisfits some of them, for the user to see
 * @param dateSeparator of all-numeric dates with the year last, or 0
 */
public record ColumnProfile(
        Column column,
        ValueType type,
        long filled,
        long empty,
        Map<String, Integer> counts,
        boolean complete,
        List<String> sample,
        DateOrder dateOrder,
        Sureness dateSureness,
        char dateSeparator,
        NumberStyle numberStyle,
        Sureness numberSureness,
        @Nullable String currency,
        long misfits,
        List<String> firstMisfits) {

    /** Every row has a value of its own; false when that is not known. */
    public boolean unique() {
        return complete && filled > 0 && counts.size() == filled;
    }

    ColumnProfile withDates(DateOrder order, Sureness sureness) {
        return new ColumnProfile(
                column,
                type,
                filled,
                empty,
                counts,
                complete,
                sample,
                order,
                sureness,
                dateSeparator,
                numberStyle,
                numberSureness,
                currency,
                misfits,
                firstMisfits);
    }

    ColumnProfile withNumbers(NumberStyle style, Sureness sureness) {
        return new ColumnProfile(
                column,
                type,
                filled,
                empty,
                counts,
                complete,
                sample,
                dateOrder,
                dateSureness,
                dateSeparator,
                style,
                sureness,
                currency,
                misfits,
                firstMisfits);
    }
}
