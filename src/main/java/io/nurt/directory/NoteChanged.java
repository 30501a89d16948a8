package io.nurt.directory;

import java.util.UUID;

/** A note was written, changed or removed; published inside the transaction. */
public record NoteChanged(UUID workspaceId, UUID id, RecordKind recordKind, UUID recordId) {}
