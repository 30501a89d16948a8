package io.nurt.exchange.internal.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.RowInterpreter;
import io.nurt.exchange.internal.mapping.StagePaths;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.Row;
import io.nurt.exchange.internal.reading.RowCursor;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.exchange.internal.values.ParsedDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads from a file of history how its deals go through the stages; remembered for a while, for the wizard asks again and again. */
@Component
class PathReader {
    /** Enough to see the usual way, and bounds what is held. */
    private static final int ROWS = 50_000;

    private final FileStore files;
    private final Cache<Key, StagePaths> known = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    PathReader(FileStore files) {
        this.files = files;
    }

    /** What the answer depends on. */
    private record Key(UUID file, FileProposal mapping, Map<String, String> unified) {}

    /** Call inside a transaction. */
    StagePaths of(ImportFile file, Map<String, String> unified) {
        if (file.entity() != TargetEntity.STAGE_HISTORY) {
            return StagePaths.NONE;
        }
        Key key = new Key(file.id(), file.mapping(), unified);
        StagePaths paths = known.getIfPresent(key);
        if (paths == null) {
            paths = read(file, unified);
            known.put(key, paths);
        }
        return paths;
    }

    private StagePaths read(ImportFile file, Map<String, String> unified) {
        try {
            Path content = files.spool(file.id());
            try (RowCursor rows = ForeignFile.inspect(
                            content, file.name(), file.detection().reading())
                    .rows()) {
                return StagePaths.of(visits(rows, new RowInterpreter(file.mapping()), unified));
            } finally {
                Inspector.delete(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StagePaths.Visit> visits(
            RowCursor rows, RowInterpreter interpreter, Map<String, String> unified)
            throws IOException, UnreadableFileException {
        List<StagePaths.Visit> visits = new ArrayList<>();
        for (Row row = rows.next(); row != null && visits.size() < ROWS; row = rows.next()) {
            InterpretedRow read = row instanceof Row.Data data ? interpreter.read(data) : null;
            if (read != null) {
                add(visits, read, unified);
            }
        }
        return visits;
    }

    private static void add(List<StagePaths.Visit> visits, InterpretedRow row, Map<String, String> unified) {
        String deal = row.text(TargetField.HISTORY_DEAL);
        String stage = row.text(TargetField.HISTORY_STAGE);
        if (deal != null && stage != null && row.first(TargetField.HISTORY_AT) instanceof ParsedDate at) {
            // Within one file the zone of moments that name none does not matter for their order.
            visits.add(new StagePaths.Visit(
                    deal, unified.getOrDefault(stage, stage), at.instant(ZoneOffset.UTC), row.line()));
        }
    }
}
