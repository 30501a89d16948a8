package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.Codes;
import io.nurt.exchange.internal.imports.FileStore;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportRow;
import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.exchange.internal.imports.RefusalTexts;
import io.nurt.exchange.internal.imports.RunAs;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.exchange.internal.running.PreviewViews.FileView;
import io.nurt.exchange.internal.running.PreviewViews.RefusalView;
import io.nurt.exchange.internal.running.PreviewViews.SampleView;
import io.nurt.exchange.internal.running.PreviewViews.Totals;
import io.nurt.exchange.internal.running.PreviewViews.View;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells what an import would do: its own code runs over all rows and keeps in mind what it would have written. */
@Service
class Preview {
    private static final int REFUSALS = 50;
    private static final int SAMPLES = 20;

    private final ImportStore imports;
    private final FileStore files;
    private final RunSetup setup;
    private final Planners planners;
    private final RefusalTexts texts;
    private final RunAs runAs;
    private final TransactionTemplate transaction;

    Preview(
            ImportStore imports,
            FileStore files,
            RunSetup setup,
            Planners planners,
            RefusalTexts texts,
            RunAs runAs,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.files = files;
        this.setup = setup;
        this.planners = planners;
        this.texts = texts;
        this.runAs = runAs;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    View of(UUID id) {
        Caller.require(Permission.IMPORT);
        return runAs.importer(() -> Objects.requireNonNull(transaction.execute(status -> pretend(id))));
    }

    private View pretend(UUID id) {
        ImportRow row = imports.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<ImportFile> ordered = Planners.inOrder(files.of(id));
        runAs.ready(ordered);
        Planners.Run run = planners.run(setup.context(row, ordered, true));
        List<FileView> views = new ArrayList<>();
        List<SampleView> samples = new ArrayList<>();
        try (Spooled spooled = Spooled.of(files, ordered)) {
            for (ImportFile file : ordered) {
                if (file.entity() == TargetEntity.DEAL) {
                    run.readHistory(ordered, spooled.contents());
                }
                views.add(file(run, file, spooled, samples));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
        return new View(views, Totals.of(views), samples, PreviewViews.pipelines(run));
    }

    private FileView file(Planners.Run run, ImportFile file, Spooled spooled, List<SampleView> samples)
            throws IOException, UnreadableFileException {
        Planner planner = run.of(file);
        long[] counts = new long[Effect.Kind.values().length];
        List<RefusalView> refusals = new ArrayList<>();
        int shown = 0;
        try (RowSource rows = new RowSource(
                file,
                Objects.requireNonNull(spooled.contents().get(file.id())),
                run.context().options().accepted(),
                planner)) {
            for (List<SourceRow> some = rows.next(planner.portion());
                    !some.isEmpty();
                    some = rows.next(planner.portion())) {
                Portion portion = Portion.of(some, planner::take);
                planner.committed();
                for (int i = 0; i < some.size(); i++) {
                    Effect effect = portion.effects().get(i);
                    counts[effect.kind().ordinal()]++;
                    if (!effect.refusals().isEmpty() && refusals.size() < REFUSALS) {
                        refusals.add(refusal(some.get(i), effect));
                    }
                    if (effect.title() != null && shown++ < SAMPLES) {
                        samples.add(
                                new SampleView(file.id(), some.get(i).line(), Codes.of(effect.kind()), effect.title()));
                    }
                }
            }
        }
        return FileView.of(file, counts, refusals);
    }

    private RefusalView refusal(SourceRow row, Effect effect) {
        return new RefusalView(
                row.line(),
                texts.sentence(Caller.current().language(), RefusalStore.told(effect.refusals())),
                row.cells());
    }
}
