package io.nurt.directory;

import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/views")
class SavedViewController {
    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    List<SavedView> list(@RequestParam String kind) {
        return views.list(RecordKinds.listed("kind", kind));
    }

    @PostMapping
    ResponseEntity<SavedView> create(@RequestBody(required = false) @Nullable JsonNode body) {
        SavedView view = views.create(new Patch(body, Json.MAPPER));
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id()))
                .eTag(Versions.etag(view.version()))
                .body(view);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SavedView> update(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        SavedView view = views.update(id, new Patch(body, Json.MAPPER), Versions.expected(ifMatch));
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        views.delete(id);
        return ResponseEntity.noContent().build();
    }
}
