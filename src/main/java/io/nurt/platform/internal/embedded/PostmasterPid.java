package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running (or killed) PostgreSQL wrote about itself into its data folder. */
record PostmasterPid(long pid, int port) {

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty also while the file is only half written. */
    static Optional<PostmasterPid> in(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new PostmasterPid(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }
}
