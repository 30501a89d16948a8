package io.nurt.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import has gone on, or has changed its state. Published inside the transaction that moves it.
 *
 * @param status {@code draft}, {@code queued}, {@code running}, {@code done}, {@code failed}, {@code cancelled},
 *     {@code undoing} or {@code undone}
 * @param doneRows of {@code totalRows}
 * @param by who made the import
 */
public record ImportProgress(
        UUID workspaceId,
        UUID importId,
        String status,
        long doneRows,
        long totalRows,
        @Nullable UUID by) {}
