package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notes")
class NoteController {
    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    record NewNote(
            @Nullable String recordKind,
            @Nullable UUID recordId,
            @Nullable String body) {}

    record NoteBody(@Nullable String body) {}

    @PostMapping
    ResponseEntity<Note> write(@RequestBody NewNote note) {
        RecordKind kind = RecordKinds.listed("recordKind", note.recordKind());
        if (note.recordId() == null) {
            throw new Problem(CommonProblem.INVALID).field("recordId", "common.required");
        }
        Note written = notes.write(kind, note.recordId(), note.body());
        return ResponseEntity.created(URI.create("/api/v1/notes/" + written.id()))
                .eTag(Versions.etag(written.version()))
                .body(written);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Note> change(
            @PathVariable UUID id,
            @RequestBody NoteBody note,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Note changed = notes.change(id, note.body(), Versions.expected(ifMatch));
        return ResponseEntity.ok().eTag(Versions.etag(changed.version())).body(changed);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        notes.remove(id);
        return ResponseEntity.noContent().build();
    }
}
