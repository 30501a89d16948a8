package io.nurt.forecast.internal.training;

import io.nurt.platform.WorkspaceScope;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Tells how far a run has come, and looks at most once a second whether somebody has cancelled it. */
public final class RunWatch implements BooleanSupplier {
    private final RunStore runs;
    private final UUID runId;
    private volatile long next;
    private volatile int done;
    private volatile boolean cancelled;

    public RunWatch(RunStore runs, UUID runId) {
        this.runs = runs;
        this.runId = runId;
    }

    /** @throws CancellationException when the run was cancelled */
    public void at(int percent) {
        done = percent;
        next = 0;
        if (getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    /** @return whether the run was cancelled */
    @Override
    public boolean getAsBoolean() {
        if (!cancelled && System.nanoTime() > next) {
            look();
        }
        return cancelled;
    }

    /** Other threads of the work ask too; only the job's own has the workspace, and one look is enough. */
    private synchronized void look() {
        if (System.nanoTime() > next && WorkspaceScope.current().isPresent()) {
            next = System.nanoTime() + 1_000_000_000L;
            cancelled = !runs.progress(runId, done);
        }
    }
}
