package io.nurt.pipeline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record named by another one. */
@Schema(name = "DealRef")
public record Ref(UUID id, @Nullable String name) {
    static @Nullable Ref of(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Ref(id, name);
    }
}
