package io.nurt.directory;

import io.nurt.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes a change and how. */
record Origin(UUID actor, String code, @Nullable UUID importId) {
    static Origin of(Caller caller) {
        return new Origin(caller.userId(), caller.origin(), null);
    }

    static Origin of(Caller caller, UUID importId) {
        return new Origin(caller.userId(), "import", importId);
    }

    static Origin demo(Caller caller, UUID importId) {
        return new Origin(caller.userId(), "demo", importId);
    }
}
