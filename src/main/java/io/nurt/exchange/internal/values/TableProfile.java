package io.nurt.exchange.internal.values;

import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.Row;
import java.util.List;

/**
 * A file as a whole. {@code data + refused + blank + notes} is the number of its records after the header.
 *
 * @param firstRefused the first rows that cannot be read, for the user to see
 * @param firstRows the first rows of data
 */
public record TableProfile(
        ForeignFile file,
        List<ColumnProfile> columns,
        long data,
        long refused,
        long blank,
        long notes,
        List<Row.Refused> firstRefused,
        List<Row.Data> firstRows) {}
