package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running (or killed) PostgreSQL wrote about itself into its data folder. */
record PostmasterPid(long pid, int port, boolean ready) {

    static Optional<PostmasterPid> in(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(new PostmasterPid(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    ready));
        } catch (NoSuchFileException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    /** The process itself when it lives and is PostgreSQL on this folder; the number may have gone to another program since. */
    Optional<ProcessHandle> process(Path cluster) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> isPostgresOn(process, cluster));
    }

    private static boolean isPostgresOn(ProcessHandle process, Path cluster) {
        Path workingFolder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            if (Files.exists(workingFolder)) {
                return Files.isSameFile(workingFolder, cluster);
            }
        } catch (IOException notReadable) {
            // asked by name below
        }
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }
}
