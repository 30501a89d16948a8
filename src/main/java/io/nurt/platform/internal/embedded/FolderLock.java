package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held as long as a process uses a data folder; the system releases it when that process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<FolderLock> tryLock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("nurt.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // as good as held by another one
        }
        channel.close();
        return Optional.empty();
    }

    static FolderLock lock(Path folder) throws IOException {
        return tryLock(folder)
                .orElseThrow(() -> new StartRefused(
                        "Another Nurt uses the data folder " + folder + ".",
                        "Stop it first, or give this one a folder of its own with NURT_DATA."));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
