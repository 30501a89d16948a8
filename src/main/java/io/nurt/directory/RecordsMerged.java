package io.nurt.directory;

import java.util.UUID;

/**
 * A company or a contact was merged into another of its kind, or the merge was taken back; published inside the transaction.
 *
 * @param from the one that goes
 * @param into the one that stays
 * @param back whether the merge was taken back
 */
public record RecordsMerged(UUID workspaceId, RecordKind kind, UUID from, UUID into, boolean back) {}
