package io.nurt.exchange.internal.running;

import io.nurt.directory.CustomFieldImport;
import io.nurt.directory.DirectoryImport;
import io.nurt.exchange.ImportProgress;
import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.ImportJobData;
import io.nurt.exchange.internal.imports.ImportRow;
import io.nurt.exchange.internal.imports.ImportStatus;
import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.exchange.internal.imports.RefusalTexts.Told;
import io.nurt.exchange.internal.running.ChangeStore.Change;
import io.nurt.identity.Users;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.platform.JobHandler;
import io.nurt.platform.WorkspaceScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back, step by step, each in a transaction of its own: deals it made, records it changed, contacts and
 * companies it made, products, stages and pipeline, fields, people and teams. What somebody has worked on since stays and is
 * named: their work is worth more than a tidy undo. Whatever interrupts it, it goes on: a step that is done finds nothing to
 * do.
 */
@Component
class UndoJob implements JobHandler<ImportJobData> {
    private static final int PORTION = 2_000;
    private static final int CHANGES = 200;
    private static final int ATTEMPTS = 5;

    private final ImportStore imports;
    private final ChangeStore changes;
    private final RefStore refs;
    private final Reversal reversal;
    private final DealImport deals;
    private final DirectoryImport directory;
    private final PipelineSetup pipelines;
    private final CustomFieldImport customFields;
    private final Users users;
    private final ExchangeJson json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    UndoJob(
            ImportStore imports,
            ChangeStore changes,
            RefStore refs,
            Reversal reversal,
            DealImport deals,
            DirectoryImport directory,
            PipelineSetup pipelines,
            CustomFieldImport customFields,
            Users users,
            ExchangeJson json,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.changes = changes;
        this.refs = refs;
        this.reversal = reversal;
        this.deals = deals;
        this.directory = directory;
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.users = users;
        this.json = json;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return ImportJobData.UNDO;
    }

    @Override
    public Class<ImportJobData> dataType() {
        return ImportJobData.class;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public void run(String instance, ImportJobData data) {
        data.as(() -> {
            undo(data.importId());
            return true;
        });
    }

    @Override
    public void gaveUp(String instance, ImportJobData data, Throwable cause) {
        transaction.executeWithoutResult(status ->
                imports.failed(data.importId(), json.text(List.of(new Told("exchange.failure", List.of())))));
    }

    void undo(UUID id) {
        // What was known only after the records it names are gone can be forgotten last.
        while (step(id, report -> {
            int removed = deals.deleteUntouched(id, changes.versions(id, DealPlanner.KIND), PORTION);
            return removed == 0 ? null : report.withDeals(removed);
        })) {
            // portion by portion
        }
        step(
                id,
                report -> report.withKept(deals.left(id).entrySet().stream()
                        .map(deal -> new UndoReport.Kept(DealPlanner.KIND, deal.getKey(), deal.getValue(), "changed"))
                        .toList()));
        while (step(id, report -> restore(id, report))) {
            // portion by portion
        }
        step(id, report -> {
            DirectoryImport.Undone undone = directory.undo(id);
            List<UndoReport.Kept> kept = undone.kept().stream()
                    .map(one -> new UndoReport.Kept(one.kind().code(), one.id(), one.name(), one.reason()))
                    .toList();
            return report.withDirectory(undone.contacts(), undone.companies(), kept);
        });
        step(id, report -> {
            refs.forget(id, report.keptIds());
            pipelines.forget(id);
            customFields.forget(id);
            return report.withPeople(users.takeBack(id).people());
        });
        transaction.executeWithoutResult(status -> {
            if (imports.lock(id).orElseThrow().status() == ImportStatus.UNDOING) {
                imports.status(id, ImportStatus.UNDONE);
                tell(id);
            }
        });
    }

    /** @return whether there was anything to do */
    private boolean step(UUID id, Function<UndoReport, @Nullable UndoReport> work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            ImportRow row = imports.lock(id).orElseThrow();
            if (row.status() != ImportStatus.UNDOING) {
                return false;
            }
            String stored = row.undo();
            UndoReport after = work.apply(stored == null ? UndoReport.NOTHING : json.read(stored, UndoReport.class));
            if (after == null) {
                return false;
            }
            imports.undo(id, json.text(after));
            tell(id);
            return true;
        }));
    }

    private @Nullable UndoReport restore(UUID id, UndoReport report) {
        List<Change> some = changes.next(id, CHANGES);
        if (some.isEmpty()) {
            return null;
        }
        refs.forgetSaid(some.stream().map(Change::recordId).toList());
        int restored = 0;
        List<UndoReport.Kept> kept = new ArrayList<>();
        for (Change change : some) {
            if (reversal.takenBack(id, change)) {
                restored++;
            } else {
                kept.add(new UndoReport.Kept(change.kind(), change.recordId(), reversal.name(change), "changed"));
            }
            changes.done(id, change);
        }
        return report.withRestored(restored, kept);
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
}
