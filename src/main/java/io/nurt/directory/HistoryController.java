package io.nurt.directory;

import io.nurt.kernel.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a record, and which other records may be the same. */
@RestController
@RequestMapping("/api/v1")
class HistoryController {
    private final Timeline timeline;
    private final Duplicates duplicates;

    HistoryController(Timeline timeline, Duplicates duplicates) {
        this.timeline = timeline;
        this.duplicates = duplicates;
    }

    record Found(List<Duplicates.Likely> items) {}

    @GetMapping("/companies/{id}/timeline")
    Page<TimelineItem> ofCompany(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline.page(RecordKind.COMPANY, id, limit, cursor);
    }

    @GetMapping("/contacts/{id}/timeline")
    Page<TimelineItem> ofContact(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline.page(RecordKind.CONTACT, id, limit, cursor);
    }

    @GetMapping("/companies/duplicates")
    Found likeCompany(@ModelAttribute Duplicates.Entered entered) {
        return new Found(duplicates.of(RecordKind.COMPANY, entered));
    }

    @GetMapping("/contacts/duplicates")
    Found likeContact(@ModelAttribute Duplicates.Entered entered) {
        return new Found(duplicates.of(RecordKind.CONTACT, entered));
    }
}
