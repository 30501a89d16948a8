package io.nurt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One part of the forecast's record, kept as text below {@code target/} until all parts are put together, so that a part can be
 * measured alone.
 */
final class AccuracyPart {
    private static final Path FOLDER = Path.of("target", "accuracy");
    private static final Path DOC = Path.of("docs", "forecast-accuracy.md");

    private final String file;
    private final StringBuilder text = new StringBuilder();

    AccuracyPart(String file, String title) {
        this.file = file;
        line("## " + title);
        line("");
    }

    void line(String line) {
        System.out.println(line);
        text.append(line).append('\n');
    }

    void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    static String verdict(boolean met) {
        return met ? "met" : "**not met**";
    }

    /** A mean over draws with its standard error. */
    record Mean(double mean, double error) {
        static Mean of(double[] values) {
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Mean(mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f ± %.4f", mean, error);
        }
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        line("");
        text.append("Measured at commit ")
                .append(commit())
                .append(" on ")
                .append(LocalDate.now())
                .append(".\n");
        Files.writeString(FOLDER.resolve(file), text);
    }

    /** Puts all parts that were measured together. */
    static void publish(String head) throws IOException {
        StringBuilder doc = new StringBuilder(head);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path part : files.sorted().toList()) {
                doc.append('\n').append(Files.readString(part));
            }
        }
        Files.writeString(DOC, doc);
        System.out.println("Also in " + DOC);
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder(
                        List.of("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"))
                .start();
        String answer = new String(git.getInputStream().readAllBytes()).strip();
        return answer.isEmpty() ? "unknown" : "`" + answer + "`";
    }
}
