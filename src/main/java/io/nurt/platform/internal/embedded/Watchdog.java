package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the database again when it ends by itself (out of memory, killed) while the server runs. */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long PAUSE_AFTER_A_FAILURE = 5_000;

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
        postgres.onExit().thenRunAsync(this::ended, task -> {
            var thread = new Thread(task, "embedded-database-watchdog");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** From here on an end is wanted. Waits for a restart under way, so that nothing is started afterwards. */
    void dismiss() {
        dismissed = true;
        busy.lock();
        busy.unlock();
    }

    private void ended() {
        while (!dismissed) {
            busy.lock();
            try {
                if (dismissed) {
                    return;
                }
                LOG.warn("The embedded database ended unexpectedly; starting it again");
                watch(restart.restart());
                LOG.info("The embedded database runs again");
                return;
            } catch (IOException | RuntimeException failed) {
                LOG.error("The embedded database could not be started again; trying anew", failed);
            } finally {
                busy.unlock();
            }
            try {
                Thread.sleep(PAUSE_AFTER_A_FAILURE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
