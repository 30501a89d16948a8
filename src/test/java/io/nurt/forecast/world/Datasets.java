package io.nurt.forecast.world;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Trail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Data that nobody here wrote, as histories. It lies beside the project, never in it. */
public final class Datasets {
    private static final Path ROOT = Path.of(System.getenv().getOrDefault("NURT_DATASETS", "../shared/datasets"));

    private Datasets() {}

    /** The rows of a file; the test is skipped with a message where there is none. */
    static List<NamedCsvRecord> rows(String file) {
        Path path = ROOT.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no data set " + file + " beside the project");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A history as somebody had it who read it at a moment. */
    public static History asOf(History all, Instant moment) {
        long limit = moment.toEpochMilli();
        List<Trail> trails = new ArrayList<>();
        for (Trail trail : all.trails()) {
            var known =
                    trail.known().stream().filter(k -> k.recorded() <= limit).toList();
            if (!known.isEmpty()) {
                trails.add(new Trail(trail.number(), trail.dealId(), known));
            }
        }
        return new History(moment, all.zone(), all.stages(), all.table(), trails, all.owners(), all.companies());
    }
}
