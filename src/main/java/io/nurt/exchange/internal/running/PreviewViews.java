package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.TargetEntity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A preview as answered. */
final class PreviewViews {
    private PreviewViews() {}

    /** @param pipelines that deals would go to; none when the import has no deals */
    record View(List<FileView> files, Totals totals, List<SampleView> samples, List<PipelineView> pipelines) {}

    /**
     * @param id null: it would be made
     * @param deals that would be made or changed in it
     * @param stages those that these deals go through, in their order
     */
    record PipelineView(@Nullable UUID id, String name, int deals, List<String> stages) {}

    static List<PipelineView> pipelines(Planners.Run run) {
        return run.context().setup().made().stream()
                .map(pipeline -> new PipelineView(
                        pipeline.existing() ? pipeline.id() : null,
                        pipeline.name(),
                        run.into().getOrDefault(pipeline.id(), 0),
                        pipeline.stages().stream()
                                .map(RunContext.MadeStage::name)
                                .toList()))
                .toList();
    }

    /** {@code create + update + unchanged + duplicate + refuse} is {@code rows}. */
    record FileView(
            UUID fileId,
            String name,
            @Nullable TargetEntity entity,
            long rows,
            long create,
            long update,
            long unchanged,
            long duplicate,
            long refuse,
            List<RefusalView> refusals) {

        static FileView of(ImportFile file, long[] counts, List<RefusalView> refusals) {
            long rows = 0;
            for (long count : counts) {
                rows += count;
            }
            return new FileView(
                    file.id(),
                    file.name(),
                    file.entity(),
                    rows,
                    counts[Effect.Kind.CREATE.ordinal()],
                    counts[Effect.Kind.UPDATE.ordinal()],
                    counts[Effect.Kind.UNCHANGED.ordinal()],
                    counts[Effect.Kind.DUPLICATE.ordinal()],
                    counts[Effect.Kind.REFUSE.ordinal()],
                    refusals);
        }
    }

    record RefusalView(long line, String reason, List<String> cells) {}

    record SampleView(UUID fileId, long line, String effect, String title) {}

    record Totals(long rows, long create, long update, long unchanged, long duplicate, long refuse) {
        static Totals of(List<FileView> files) {
            return new Totals(
                    files.stream().mapToLong(FileView::rows).sum(),
                    files.stream().mapToLong(FileView::create).sum(),
                    files.stream().mapToLong(FileView::update).sum(),
                    files.stream().mapToLong(FileView::unchanged).sum(),
                    files.stream().mapToLong(FileView::duplicate).sum(),
                    files.stream().mapToLong(FileView::refuse).sum());
        }
    }
}
