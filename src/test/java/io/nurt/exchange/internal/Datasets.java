package io.nurt.exchange.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Data that nobody here wrote. It lies beside the project, never in it. */
public final class Datasets {
    private static final Path ROOT = Path.of(System.getenv().getOrDefault("NURT_DATASETS", "../shared/datasets"));

    private Datasets() {}

    /** The folder, for tests that have something else to work with. */
    public static Optional<Path> find(String name) {
        return Optional.of(ROOT.resolve(name)).filter(Files::isDirectory);
    }

    /** The folder, or the test is skipped with a message. */
    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no data set " + name + " beside the project");
        return folder;
    }
}
