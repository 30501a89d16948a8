package io.nurt.exchange;

import java.util.UUID;

/**
 * An import has gone on, or has changed its state. Published inside the transaction that moves it.
 *
 * @param status {@code draft}, {@code queued}, {@code running}, {@code done}, {@code failed}, {@code cancelled},
 *     {@code undoing} or {@code undone}
 * @param doneRows of {@code totalRows}
 */
public record ImportProgress(UUID workspaceId, UUID importId, String status, long doneRows, long totalRows) {}
