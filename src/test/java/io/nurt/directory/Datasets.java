package io.nurt.directory;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that nobody here wrote. It lies beside the project, never in it. */
final class Datasets {
    private static final Path ROOT = Path.of(System.getenv().getOrDefault("NURT_DATASETS", "../shared/datasets"));

    private Datasets() {}

    /** The folder, or the test is skipped with a message. */
    static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no data set " + name + " beside the project");
        return folder;
    }
}
