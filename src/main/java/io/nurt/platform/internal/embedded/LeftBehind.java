package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        Optional<PostmasterPid> recorded = PostmasterPid.in(cluster);
        if (recorded.flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                .filter(process -> runsFrom(folder, process))
                .isPresent()) {
            LOG.info("Stopping the database that a killed server left running");
            programs.succeeds("", "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        }
        // Without its postmaster a backend ends by itself, unless it computes; the new server would not start beside
        // it.
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> runsFrom(folder, process))
                .toList();
        if (!left.isEmpty() && !ended(left)) {
            left.forEach(ProcessHandle::destroyForcibly);
            ended(left);
        }
        // The number may belong to another program by now, and PostgreSQL would take that one for a server.
        if (recorded.flatMap(postmaster -> ProcessHandle.of(postmaster.pid())).isPresent()) {
            Files.deleteIfExists(PostmasterPid.file(cluster));
        }
    }

    private static boolean runsFrom(Path folder, ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(folder))
                .isPresent();
    }

    private static boolean ended(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
