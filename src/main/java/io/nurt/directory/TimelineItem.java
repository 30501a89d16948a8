package io.nurt.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that happened to a record.
 *
 * @param kind created, changed, archived, unarchived, trashed, restored or note
 * @param origin user, api, import, automation or demo
 * @param changes field to {@code [before, after]}; users and companies as {@code {id, name}}
 * @param note of kind note
 */
record TimelineItem(
        UUID id,
        Instant at,
        String kind,
        @Nullable Ref actor,
        String origin,
        ObjectNode changes,
        @Nullable NoteRef note) {

    record NoteRef(UUID id, String body, @Nullable Instant editedAt, int version) {}
}
