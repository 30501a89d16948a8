package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.kernel.Ids;
import io.nurt.platform.NurtSettings;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who runs an import. A lease that is not renewed ends by itself; where this is the only server, as the embedded database has
 * one only and the lock on its folder sees to that, a lease that is none of ours is a dead server's and ends at once. Call inside
 * a transaction.
 */
@Component
class Leases {
    static final int SECONDS = 20;

    private final ImportStore imports;
    private final boolean alone;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    @Autowired
    Leases(ImportStore imports, NurtSettings settings) {
        this(imports, settings.database().isEmpty());
    }

    Leases(ImportStore imports, boolean alone) {
        this.imports = imports;
        this.alone = alone;
    }

    /** @return none when somebody else has it */
    Optional<UUID> take(UUID importId) {
        UUID lease = Ids.next();
        // Known as ours before anyone else can see it.
        ours.add(lease);
        if (alone) {
            imports.endOthers(importId, ours);
        }
        if (imports.lease(importId, lease, SECONDS)) {
            return Optional.of(lease);
        }
        ours.remove(lease);
        return Optional.empty();
    }

    void renew(UUID importId, UUID lease) {
        imports.lease(importId, lease, SECONDS);
    }

    void release(UUID importId, UUID lease) {
        imports.release(importId, lease);
    }

    /** No longer at work with it; whether the release was written or not. */
    void left(UUID lease) {
        ours.remove(lease);
    }
}
