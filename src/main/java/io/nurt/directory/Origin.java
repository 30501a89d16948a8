package io.nurt.directory;

import io.nurt.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes a change and how. */
record Origin(
        UUID actor,
        String code,
        @Nullable UUID importId,
        @Nullable UUID batchId) {
    static Origin of(Caller caller) {
        return new Origin(caller.userId(), caller.origin(), null, null);
    }

    static Origin of(Caller caller, UUID importId) {
        return new Origin(caller.userId(), "import", importId, null);
    }

    static Origin demo(Caller caller, UUID importId) {
        return new Origin(caller.userId(), "demo", importId, null);
    }

    /** One of several changes made, and taken back, at once. */
    static Origin within(Caller caller, UUID batchId) {
        return new Origin(caller.userId(), caller.origin(), null, batchId);
    }
}
