package io.nurt.pipeline;

import io.nurt.platform.WorkspaceScope;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes portions in transactions of their own, two at a time, as the caller who made it and in the same workspace. Each portion
 * does what it may do beside the one before, waits until that one is committed, does the rest and commits. So they are
 * committed in their order, and none without all before it. Used by one thread.
 */
public final class SideBySide implements AutoCloseable {
    /** More would have nothing to do: only two can be at different parts of their work. */
    public static final int WRITERS = 2;

    /** What is written in one transaction. */
    public interface Portion {
        /** May take no lock that the portion before it could wait for: the two would wait for each other unseen. */
        void beside();

        /** Sees all that was written before. */
        void inTurn();
    }

    /** A portion before it was not written. */
    public static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("a portion before it was not written", null, false, false);
        }
    }

    private final TransactionTemplate transaction;
    private final UUID workspace = WorkspaceScope.current().orElseThrow();
    private final SecurityContext caller = SecurityContextHolder.getContext();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, work -> {
        Thread thread = new Thread(work, "side-by-side");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile boolean closed;

    public SideBySide(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return done when it is committed; failed with what broke it, or {@link Abandoned}, when it is rolled back */
    public CompletableFuture<Void> add(Portion portion) {
        CompletableFuture<Void> before = last;
        last = CompletableFuture.runAsync(() -> write(portion, before), writers);
        return last;
    }

    /** Forgets that a portion was not written; call it when all have ended and what was not written is dealt with. */
    public void startAnew() {
        last = CompletableFuture.completedFuture(null);
    }

    private void write(Portion portion, CompletableFuture<Void> before) {
        SecurityContextHolder.setContext(caller);
        try {
            WorkspaceScope.run(
                    workspace,
                    () -> transaction.executeWithoutResult(status -> {
                        portion.beside();
                        await(before);
                        portion.inTurn();
                    }));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void await(CompletableFuture<Void> before) {
        try {
            before.join();
        } catch (CompletionException | java.util.concurrent.CancellationException failed) {
            throw new Abandoned();
        }
        if (closed) {
            throw new Abandoned();
        }
    }

    /** Returns when nothing is being written any more; what has not come to its turn is rolled back. */
    @Override
    public void close() {
        closed = true;
        writers.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (writers.awaitTermination(1, TimeUnit.HOURS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
