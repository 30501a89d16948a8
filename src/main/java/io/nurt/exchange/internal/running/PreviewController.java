package io.nurt.exchange.internal.running;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports/{id}/preview")
class PreviewController {
    private final Preview preview;

    PreviewController(Preview preview) {
        this.preview = preview;
    }

    @PostMapping
    PreviewViews.View preview(@PathVariable UUID id) {
        return preview.of(id);
    }
}
