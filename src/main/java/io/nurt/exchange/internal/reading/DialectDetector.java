package io.nurt.exchange.internal.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the delimiter under which the beginning of a file reads as the most regular table. */
final class DialectDetector {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private DialectDetector() {}

    /** @param sample the beginning of the text; its last line may be cut */
    static Dialect detect(String sample) {
        Dialect best = Dialect.COMMA;
        double bestScore = 0;
        for (char quote : quotes(sample)) {
            for (char delimiter : DELIMITERS) {
                Dialect candidate = new Dialect(delimiter, quote);
                double score = score(sample, candidate);
                if (score > bestScore + 1e-9) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** Apostrophes enclose fields only in files without quotation marks; most often they are just apostrophes. */
    private static char[] quotes(String sample) {
        boolean apostrophes = sample.startsWith("'") && sample.indexOf('"') < 0;
        return apostrophes ? new char[] {'"', '\''} : new char[] {'"'};
    }

    private static double score(String sample, Dialect dialect) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int first = 0;
        int enclosed = 0;
        try (RecordReader reader = new RecordReader(new StringReader(sample), dialect, Limits.DEFAULT)) {
            for (RecordReader.Found found = reader.next(); found != null; found = reader.next()) {
                if (found.blank()) continue;
                records++;
                int width = found.refusal() == null ? found.fields().size() : 0;
                if (records == 1) first = width;
                if (dialect.quote() == '\'' && left(found.fields())) enclosed++;
                widths.merge(width, 1, Integer::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records == 0 || first < 2) return 0;
        int like = widths.getOrDefault(first, 0);
        double regular = (double) like / records;
        // A regular table of two columns beats an irregular one of five; among regular ones the wider is right.
        double score = regular * regular * (2 - 1.0 / first);
        return dialect.quote() == '\'' && enclosed > 0 ? 0 : score;
    }

    /** True when an apostrophe is left at the edge of a field: it did not enclose anything. */
    private static boolean left(List<String> fields) {
        for (String field : fields) if (field.endsWith("'") || field.startsWith("'")) return true;
        return false;
    }
}
