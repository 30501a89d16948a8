package io.nurt.pipeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record named by another one. */
public record Ref(UUID id, @Nullable String name) {
    static @Nullable Ref of(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Ref(id, name);
    }
}
