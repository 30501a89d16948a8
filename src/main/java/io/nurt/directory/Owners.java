package io.nurt.directory;

import io.nurt.kernel.Patch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looks after a record. Anyone who may change it may hand it over, also to someone whose records they do not see. */
final class Owners {
    private Owners() {}

    static @Nullable UUID read(Patch patch, @Nullable UUID now, ReferenceStore references, FieldChecks checks) {
        UUID owner = patch.value("ownerId", UUID.class, now);
        if (owner != null && !owner.equals(now) && !references.isUser(owner)) {
            checks.refuse("ownerId", "common.no-such-record");
        }
        return owner;
    }
}
