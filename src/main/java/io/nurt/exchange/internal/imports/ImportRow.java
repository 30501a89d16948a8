package io.nurt.exchange.internal.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as stored. {@code doneRows} is {@code created + updated + unchanged + refused} at every moment.
 *
 * @param cursor where it goes on
 * @param setup JSON of what was made for it before its first row; {@code {}} before that
 * @param undo JSON of what taking it back has done
 */
public record ImportRow(
        UUID id,
        String name,
        ImportStatus status,
        ImportOptions options,
        long totalRows,
        long doneRows,
        long created,
        long updated,
        long unchanged,
        long refused,
        ImportCursor cursor,
        String setup,
        @Nullable String undo,
        @Nullable String failure,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int version) {

    /**
     * The next row.
     *
     * @param file place in the order in which files are read
     * @param rows of that file that are done
     */
    public record ImportCursor(int file, long rows) {
        public static final ImportCursor START = new ImportCursor(0, 0);
    }
}
