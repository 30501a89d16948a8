package io.nurt.pipeline;

import io.nurt.kernel.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deals/{id}")
class TimelineController {
    private static final int MOST = 200;

    private final TimelineQuery query;

    TimelineController(TimelineQuery query) {
        this.query = query;
    }

    @GetMapping("/events")
    Page<Timeline.Event> events(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return query.events(id, size(limit), cursor);
    }

    @GetMapping("/path")
    List<Timeline.Step> path(@PathVariable UUID id) {
        return query.path(id);
    }

    @GetMapping("/timeline")
    Page<Timeline.Item> timeline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return query.timeline(id, size(limit), cursor);
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(MOST, limit));
    }
}
