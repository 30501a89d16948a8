package io.nurt.platform.internal.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Runs due jobs as long as the server serves. */
class JobRunner implements SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    JobRunner(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    void look(StoredJobs.Due due) {
        if (running) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
