package io.nurt.exchange.internal.running;

import io.nurt.exchange.ImportProgress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Breaks an import in the middle of a transaction, as often as it is told to. */
@Component
class Saboteur {
    private volatile @Nullable UUID importId;
    private volatile int every;
    private volatile int left;
    private volatile int seen;

    void breakAfter(UUID id, int steps, int times) {
        importId = id;
        every = steps;
        left = times;
        seen = 0;
    }

    int left() {
        return left;
    }

    @EventListener
    void on(ImportProgress progress) {
        if (progress.importId().equals(importId) && left > 0 && ++seen >= every) {
            seen = 0;
            left--;
            throw new IllegalStateException("the power went out");
        }
    }
}
