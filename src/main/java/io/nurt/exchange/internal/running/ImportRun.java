package io.nurt.exchange.internal.running;

import io.nurt.exchange.ImportProgress;
import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.FileStore;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportRow;
import io.nurt.exchange.internal.imports.ImportRow.ImportCursor;
import io.nurt.exchange.internal.imports.ImportStatus;
import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.kernel.Problem;
import io.nurt.platform.WorkspaceScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the rows of an import in. Each portion of rows is one transaction that also moves the import's cursor and counts, so
 * that after whatever interruption it goes on exactly where it was: no row twice, none lost. A lease in the same row keeps a
 * second process from running it at the same time.
 */
@Component
class ImportRun {
    private final ImportStore imports;
    private final Leases leases;
    private final FileStore files;
    private final RefusalStore refusals;
    private final RunSetup setup;
    private final Planners planners;
    private final ExchangeJson json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ImportRun(
            ImportStore imports,
            Leases leases,
            FileStore files,
            RefusalStore refusals,
            RunSetup setup,
            Planners planners,
            ExchangeJson json,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.leases = leases;
        this.files = files;
        this.refusals = refusals;
        this.setup = setup;
        this.planners = planners;
        this.json = json;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Another process has the import, or someone stopped it. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    /** @return false when another process has it */
    boolean run(UUID id) {
        Optional<UUID> taken = within(() -> leases.take(id));
        if (taken.isEmpty()) {
            return false;
        }
        UUID lease = taken.get();
        try {
            go(id, lease);
        } catch (Stopped stopped) {
            // what is written stays; whoever stopped it knows
        } catch (UnreadableFileException e) {
            within(() -> {
                imports.failed(id, json.text(RefusalStore.told(List.of(e.refusal()))));
                return true;
            });
        } finally {
            leases.left(lease);
            within(() -> {
                leases.release(id, lease);
                return true;
            });
        }
        return true;
    }

    private void go(UUID id, UUID lease) throws UnreadableFileException {
        List<ImportFile> ordered = within(() -> Planners.inOrder(files.of(id)));
        Planners.Run run = within(() -> {
            ImportRow row = held(id, lease);
            RunContext context = setup.context(row, ordered, false);
            imports.begin(id, json.text(context.setup()));
            tell(id);
            return planners.run(context);
        });
        try (Spooled spooled = within(() -> Spooled.of(files, ordered))) {
            ImportCursor cursor = within(() -> imports.find(id).orElseThrow().cursor());
            for (int i = cursor.file(); i < ordered.size(); i++) {
                long done = i == cursor.file() ? cursor.rows() : 0;
                if (ordered.get(i).entity() == TargetEntity.DEAL) {
                    within(() -> readHistory(run, ordered, spooled));
                }
                file(new Step(id, lease, run, ordered.get(i), i), spooled, done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        within(() -> {
            held(id, lease);
            imports.status(id, ImportStatus.DONE);
            tell(id);
            return true;
        });
    }

    private static boolean readHistory(Planners.Run run, List<ImportFile> ordered, Spooled spooled) {
        try {
            run.readHistory(ordered, spooled.contents());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The portions of a file, one after another. */
    interface Portions extends AutoCloseable {
        /** @param done how many rows come before these */
        void write(List<SourceRow> rows, long done);

        /** All are written when it returns. */
        default void end() {}

        @Override
        default void close() {}
    }

    /** One file of a run. */
    record Step(UUID id, UUID lease, Planners.Run run, ImportFile file, int place) {}

    private void file(Step step, Spooled spooled, long before) throws IOException, UnreadableFileException {
        Planner planner = within(() -> step.run().of(step.file()));
        long done = before;
        try (RowSource rows = new RowSource(
                step.file(),
                Objects.requireNonNull(spooled.contents().get(step.file().id())),
                step.run().context().options().accepted(),
                planner)) {
            rows.skip(done);
            try (ReadAhead ahead = new ReadAhead(rows, planner.portion());
                    Portions portions = planner instanceof PlanningAhead planning
                            ? new PlannedAhead(this, step, planning, transaction)
                            : (some, from) -> portion(step, planner, some, from)) {
                try {
                    for (List<SourceRow> some = ahead.next(); !some.isEmpty(); some = ahead.next()) {
                        portions.write(some, done);
                        done += some.size();
                    }
                } catch (UnreadableFileException e) {
                    portions.end();
                    throw e;
                }
                portions.end();
            }
        }
    }

    /** A portion that breaks a rule is halved until the row that breaks it stands alone and is refused. */
    void portion(Step step, Planner planner, List<SourceRow> rows, long done) {
        try {
            write(step, planner, rows, done);
        } catch (DataIntegrityViolationException | Problem | IllegalArgumentException broken) {
            if (rows.size() == 1) {
                within(() -> {
                    held(step.id(), step.lease());
                    finish(step, Portion.refused(rows, broken.getClass().getSimpleName()), done);
                    return true;
                });
                return;
            }
            int half = rows.size() / 2;
            portion(step, planner, rows.subList(0, half), done);
            portion(step, planner, rows.subList(half, rows.size()), done + half);
        }
    }

    private void write(Step step, Planner planner, List<SourceRow> rows, long done) {
        boolean committed = false;
        try {
            within(() -> {
                held(step, done);
                finish(step, Portion.of(rows, planner::take), done);
                return true;
            });
            committed = true;
        } finally {
            if (committed) {
                planner.committed();
            } else {
                planner.rolledBack();
            }
        }
    }

    /** The import, locked, still ours and with so many rows of the file done. */
    void held(Step step, long done) {
        ImportRow row = held(step.id(), step.lease());
        if (row.cursor().file() > step.place()
                || row.cursor().file() == step.place() && row.cursor().rows() != done) {
            throw new Stopped("the import is elsewhere");
        }
    }

    void finish(Step step, Portion portion, long done) {
        refusals.put(step.id(), step.file().id(), portion.refusals());
        imports.advance(
                step.id(), new ImportCursor(step.place(), done + portion.rows().size()), portion.counts());
        tell(step.id());
    }

    /** The import, locked and still ours. */
    private ImportRow held(UUID id, UUID lease) {
        ImportRow row = imports.lock(id).orElseThrow(() -> new Stopped("the import is gone"));
        if (!imports.leased(id, lease)) {
            throw new Stopped("another process has the import");
        }
        if (row.status() != ImportStatus.QUEUED && row.status() != ImportStatus.RUNNING) {
            throw new Stopped("the import was stopped");
        }
        leases.renew(id, lease);
        return row;
    }

    private void tell(UUID id) {
        ImportRow row = imports.find(id).orElseThrow();
        events.publishEvent(new ImportProgress(
                WorkspaceScope.current().orElseThrow(),
                id,
                row.status().code(),
                row.doneRows(),
                row.totalRows(),
                row.createdBy()));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
