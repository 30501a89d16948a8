package io.nurt.directory;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TagController {
    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    @GetMapping("/api/v1/tags")
    List<Tags.Tag> list(@RequestParam String kind) {
        return tags.of(RecordKinds.listed("kind", kind));
    }
}
