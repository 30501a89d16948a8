package io.nurt.platform.internal.jobs;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Semaphore;

/** One long computation at a time, on half of the processors: what it does in parallel stays in this pool too. */
final class HeavyWork {
    private final Semaphore turn = new Semaphore(1);
    private final ForkJoinPool pool = new ForkJoinPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), HeavyWork::thread, null, false);

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        // The factory's own would not see the classes inside the product's jar.
        thread.setContextClassLoader(HeavyWork.class.getClassLoader());
        return thread;
    }

    /** @return whether it was done; false when another is being done now. What it throws is thrown. */
    boolean tryDo(Runnable work) {
        if (!turn.tryAcquire()) {
            return false;
        }
        try {
            pool.submit(work).join();
            return true;
        } finally {
            turn.release();
        }
    }
}
