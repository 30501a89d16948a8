package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed server (or a killed database) left running. Each data folder has its own copy of the programs, so whatever
 * runs from there belongs to the folder; and since we hold the folder's lock, nobody needs it any more.
 */
final class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private LeftBehind() {}

    static void end(Programs programs) throws IOException {
        Path cluster = programs.cluster();
        Path folder = programs.binaries().home().resolveSibling("");
        Optional<ProcessHandle> recorded =
                PostmasterPid.in(cluster).flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
        if (recorded.filter(process -> Processes.runsFrom(folder, process)).isPresent()) {
            LOG.info("Stopping the database that a killed server left running");
            programs.succeeds("", "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        }
        // Without its postmaster a backend ends by itself, unless it computes; the new server would not start beside
        // it.
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> Processes.runsFrom(folder, process))
                .toList();
        if (!Processes.waitFor(left, PATIENCE)) {
            left.forEach(ProcessHandle::destroyForcibly);
            Processes.waitFor(left, PATIENCE);
        }
        if (recorded.filter(process -> isCertainlyNoServer(folder, process)).isPresent()) {
            Files.deleteIfExists(PostmasterPid.file(cluster));
        }
    }

    /**
     * PostgreSQL would take any process of that number for a server, also one that has ended or another program to which the
     * number went. In doubt the file stays, for it also keeps a second server off the data.
     */
    private static boolean isCertainlyNoServer(Path folder, ProcessHandle process) {
        return !Processes.lives(process)
                || process.info().command().isPresent() && !Processes.runsFrom(folder, process);
    }
}
