package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a deal's memory shows. */
final class Timeline {
    private Timeline() {}

    /**
     * An event.
     *
     * @param stage where the deal is after it
     * @param before tracked fields it changed, as they were
     * @param after the same fields, as they are after it
     * @param changed both, and the fields that are not tracked: field to [before, after]
     */
    record Event(
            int seq,
            String kind,
            Instant effectiveAt,
            Instant recordedAt,
            @Nullable Ref actor,
            String origin,
            Ref stage,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            @Nullable String note,
            Map<String, Object> changed) {}

    /** A note, with the version to change it by. */
    record Note(UUID id, String body, int version) {}

    /** An event or a note, newest first; the shape the directory's timelines have. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            String id,
            Instant at,
            String kind,
            @Nullable Ref actor,
            String origin,
            Map<String, Object> changes,
            @Nullable Note note) {}

    /** A stay in a stage, with the days it lasted (so far). */
    record Step(
            UUID stageId,
            String name,
            int passNo,
            Instant enteredAt,
            @Nullable Instant leftAt,
            double days,
            @Nullable String exitKind) {}
}
