package io.nurt.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.platform.WorkspaceScope;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The set-up of each workspace, kept for some seconds: it is read with every board and changes seldom. Another process may
 * be that much behind; foreign keys keep it from writing what is no longer there.
 */
@Component
class Catalog {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int WORKSPACES = 1000;

    private final PipelineStore store;
    private final Cache<UUID, Setup> setups =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(WORKSPACES).build();

    Catalog(PipelineStore store) {
        this.store = store;
    }

    /** The set-up of the workspace of the current transaction. */
    Setup setup() {
        UUID workspace = WorkspaceScope.current().orElseThrow();
        Setup kept = setups.getIfPresent(workspace);
        if (kept == null) {
            kept = store.setup();
            setups.put(workspace, kept);
        }
        return kept;
    }

    /** Reads it anew, as the current transaction sees it. */
    Setup fresh() {
        return store.setup();
    }

    /** To be called by whoever changes the set-up: forgets it now and once more when the change is visible to others. */
    void changed() {
        UUID workspace = WorkspaceScope.current().orElseThrow();
        setups.invalidate(workspace);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    setups.invalidate(workspace);
                }
            });
        }
    }
}
