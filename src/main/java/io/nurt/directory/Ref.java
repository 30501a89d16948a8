package io.nurt.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another record, as named in answers. */
public record Ref(UUID id, String name) {
    static @Nullable Ref of(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Ref(id, name);
    }
}
