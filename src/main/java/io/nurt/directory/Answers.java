package io.nurt.directory;

import io.nurt.kernel.Versions;
import org.springframework.http.ResponseEntity;

/** A changed record with its version and the token that takes the change back. */
final class Answers {
    private Answers() {}

    static <V> ResponseEntity<V> of(RecordService.Changed<V> changed) {
        return of(ResponseEntity.ok(), changed);
    }

    static <V> ResponseEntity<V> of(ResponseEntity.BodyBuilder answer, RecordService.Changed<V> changed) {
        answer.eTag(Versions.etag(changed.version()));
        if (changed.undoToken() != null) {
            answer.header("Undo-Token", changed.undoToken());
        }
        return answer.body(changed.record());
    }
}
