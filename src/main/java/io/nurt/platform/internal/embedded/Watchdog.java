package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the database again when it ends by itself (out of memory, killed) while the server runs. */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Requests wait meanwhile. */
    private static final long LOOK_EVERY_MILLIS = 100;

    private static final long PAUSE_AFTER_A_FAILURE_MILLIS = 5_000;

    interface Restart {
        ProcessHandle restart() throws IOException;
    }

    private final Restart restart;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean dismissed;

    Watchdog(Restart restart) {
        this.restart = restart;
    }

    void watch(ProcessHandle postgres) {
        var thread = new Thread(() -> look(postgres), "embedded-database-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** From here on an end is wanted. Waits for a restart under way, so that nothing is started afterwards. */
    void dismiss() {
        dismissed = true;
        busy.lock();
        busy.unlock();
    }

    private void look(ProcessHandle postgres) {
        ProcessHandle watched = postgres;
        try {
            while (!dismissed) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                if (!Processes.lives(watched)) {
                    watched = startAgain(watched);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle startAgain(ProcessHandle ended) throws InterruptedException {
        busy.lock();
        try {
            if (dismissed) {
                return ended;
            }
            LOG.warn("The embedded database ended unexpectedly; starting it again");
            ProcessHandle started = restart.restart();
            LOG.info("The embedded database runs again");
            return started;
        } catch (IOException | RuntimeException failed) {
            LOG.error("The embedded database could not be started again; trying anew", failed);
        } finally {
            busy.unlock();
        }
        Thread.sleep(PAUSE_AFTER_A_FAILURE_MILLIS);
        return ended;
    }
}
