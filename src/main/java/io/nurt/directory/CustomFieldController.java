package io.nurt.directory;

import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/api/v1/custom-fields")
class CustomFieldController {
    private final CustomFieldService fields;

    CustomFieldController(CustomFieldService fields) {
        this.fields = fields;
    }

    @GetMapping
    List<CustomField> list(@RequestParam String kind) {
        return fields.list(RecordKinds.of("kind", kind));
    }

    @PostMapping
    ResponseEntity<CustomField> create(@RequestBody(required = false) @Nullable JsonNode body) {
        CustomField created = fields.create(new Patch(body, Json.MAPPER));
        return ResponseEntity.created(URI.create("/api/v1/custom-fields/" + created.id()))
                .eTag(Versions.etag(created.version()))
                .body(created);
    }

    @PatchMapping("/{id}")
    ResponseEntity<CustomField> update(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        CustomField field = fields.update(id, new Patch(body, Json.MAPPER), Versions.expected(ifMatch));
        return ResponseEntity.ok().eTag(Versions.etag(field.version())).body(field);
    }

    /** Values stay in the records; new ones are not accepted. */
    @PostMapping("/{id}/archive")
    CustomField archive(@PathVariable UUID id) {
        return fields.archive(id, true);
    }

    @PostMapping("/{id}/unarchive")
    CustomField unarchive(@PathVariable UUID id) {
        return fields.archive(id, false);
    }
}
