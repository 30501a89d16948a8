package io.nurt.exchange.internal.writing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list row by row. Cells are texts, {@link java.math.BigDecimal} and other numbers, {@link Boolean}, {@link
 * java.time.LocalDate}, {@link java.time.Instant} or null; texts are defused, numbers stay numbers.
 */
public interface ListWriter extends Closeable {
    void header(List<String> names) throws IOException;

    void row(List<? extends @Nullable Object> cells) throws IOException;
}
