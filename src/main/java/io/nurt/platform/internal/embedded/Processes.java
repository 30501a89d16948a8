package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Questions about processes that are not our children. */
final class Processes {
    private static final long LOOK_EVERY_MILLIS = 20;

    private Processes() {}

    /**
     * Whether it does anything any more. One that has ended stays in the system's list until its parent takes notice, which
     * never happens where Java is a container's first process; the JDK and PostgreSQL would count it as alive.
     */
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    static boolean runsFrom(Path folder, ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(folder))
                .isPresent();
    }

    /** @return whether all had ended before the time was up */
    static boolean waitFor(List<ProcessHandle> processes, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (processes.stream().anyMatch(Processes::lives)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while a process ended", interrupted);
            }
        }
        return true;
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && stat.charAt(state) == 'Z';
        } catch (IOException noSuchFileSystemOrEnded) {
            return false;
        }
    }
}
