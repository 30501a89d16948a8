package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.FileStore;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportOptions;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.exchange.internal.values.Folding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which pipelines the deals of an import name, and which stages the deals of each go through. */
@Component
class PipelineSplit {
    private static final int STEP = 5_000;

    private final FileStore store;

    PipelineSplit(FileStore store) {
        this.store = store;
    }

    /**
     * The deals of one pipeline.
     *
     * @param name as the file names it; null: of deals that name none
     * @param stages keys of their names
     */
    record Part(@Nullable String name, Set<String> stages) {}

    /** In the order of the file; none when no column names a pipeline. Call inside a transaction. */
    List<Part> of(List<ImportFile> files, ImportOptions options) {
        List<ImportFile> deals = files.stream()
                .filter(file -> file.entity() == TargetEntity.DEAL)
                .toList();
        if (deals.stream()
                .allMatch(
                        file -> file.mapping().column(TargetField.DEAL_PIPELINE).isEmpty())) {
            return List.of();
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, Part> byDeal = new HashMap<>();
        for (ImportFile file : deals) {
            each(file, options, row -> {
                String name = row.text(TargetField.DEAL_PIPELINE);
                Part part = parts.computeIfAbsent(
                        name == null ? "" : Folding.key(name), key -> new Part(name, new LinkedHashSet<>()));
                String stage = row.text(TargetField.DEAL_STAGE);
                if (stage != null) {
                    part.stages().add(Folding.key(stage));
                }
                row.stageDates().keySet().forEach(entered -> part.stages().add(Folding.key(entered)));
                String id = row.text(TargetField.DEAL_ID);
                if (id != null) {
                    byDeal.put(id, part);
                }
            });
        }
        for (ImportFile file : files) {
            if (file.entity() == TargetEntity.STAGE_HISTORY) {
                each(file, options, row -> {
                    Part part = byDeal.get(String.valueOf(row.text(TargetField.HISTORY_DEAL)));
                    String stage = row.text(TargetField.HISTORY_STAGE);
                    if (part != null && stage != null) {
                        part.stages().add(Folding.key(stage));
                    }
                });
            }
        }
        return new ArrayList<>(parts.values());
    }

    private void each(ImportFile file, ImportOptions options, Consumer<InterpretedRow> seen) {
        try (Spooled spooled = Spooled.of(store, List.of(file));
                RowSource rows = new RowSource(
                        file, Objects.requireNonNull(spooled.contents().get(file.id())), options.accepted(), null)) {
            for (List<SourceRow> some = rows.next(STEP); !some.isEmpty(); some = rows.next(STEP)) {
                for (SourceRow one : some) {
                    if (one.row() != null) {
                        seen.accept(one.read());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
