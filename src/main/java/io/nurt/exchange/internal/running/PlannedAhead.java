package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.running.ImportRun.Step;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.SideBySide;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about a portion while the two before it are written. Each is written as ever in one transaction with the import's
 * cursor, and none before the one before it is committed.
 */
final class PlannedAhead implements ImportRun.Portions {
    /** What planners made is remembered until nothing is in flight, so that has to happen from time to time. */
    private static final int AT_A_STRETCH = 20;

    private record Flight(List<SourceRow> rows, long done, CompletableFuture<Void> written) {}

    private final ImportRun run;
    private final Step step;
    private final PlanningAhead planner;
    private final TransactionTemplate transaction;
    private final SideBySide writers;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private int stretch;

    PlannedAhead(ImportRun run, Step step, PlanningAhead planner, TransactionTemplate transaction) {
        this.run = run;
        this.step = step;
        this.planner = planner;
        this.transaction = transaction;
        this.writers = new SideBySide(Objects.requireNonNull(transaction.getTransactionManager()));
    }

    @Override
    public void write(List<SourceRow> rows, long done) {
        if (++stretch > AT_A_STRETCH) {
            end();
        }
        Portion portion;
        List<SideBySide.Portion> writing = new ArrayList<>(1);
        try {
            portion = Objects.requireNonNull(transaction.execute(status -> Portion.of(rows, usable -> {
                PlanningAhead.Plan plan = planner.plan(usable);
                writing.add(plan.writing());
                return plan.effects();
            })));
            planner.planned();
        } catch (DataIntegrityViolationException | Problem | IllegalArgumentException broken) {
            planner.rolledBack();
            end();
            run.portion(step, planner, rows, done);
            return;
        }
        if (flights.size() == SideBySide.WRITERS && !landed()) {
            // What was decided rests on what was not written.
            run.portion(step, planner, rows, done);
            return;
        }
        flights.add(new Flight(rows, done, writers.add(new Written(portion, writing, done))));
    }

    /** A portion's part of the transaction, and the import's. */
    private final class Written implements SideBySide.Portion {
        private final Portion portion;
        private final List<SideBySide.Portion> writing;
        private final long done;

        Written(Portion portion, List<SideBySide.Portion> writing, long done) {
            this.portion = portion;
            this.writing = writing;
            this.done = done;
        }

        @Override
        public void beside() {
            writing.forEach(SideBySide.Portion::beside);
        }

        @Override
        public void inTurn() {
            run.held(step, done);
            writing.forEach(SideBySide.Portion::inTurn);
            run.finish(step, portion, done);
        }
    }

    @Override
    public void end() {
        while (!flights.isEmpty()) {
            landed();
        }
        planner.committed();
        stretch = 0;
    }

    /** Waits for the oldest. @return false when it broke a rule; then it and those after it were written one by one */
    private boolean landed() {
        Flight flight = flights.remove();
        try {
            flight.written().get();
            return true;
        } catch (ExecutionException e) {
            Throwable broken = e.getCause();
            if (!(broken instanceof DataIntegrityViolationException
                    || broken instanceof Problem
                    || broken instanceof IllegalArgumentException)) {
                planner.rolledBack();
                throw broken instanceof RuntimeException known ? known : new IllegalStateException(broken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an import was written", e);
        }
        List<Flight> after = List.copyOf(flights);
        flights.clear();
        after.forEach(one -> one.written().handle((done, failed) -> true).join());
        writers.startAnew();
        planner.rolledBack();
        run.portion(step, planner, flight.rows(), flight.done());
        after.forEach(one -> run.portion(step, planner, one.rows(), one.done()));
        return false;
    }

    @Override
    public void close() {
        writers.close();
    }
}
