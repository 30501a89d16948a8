package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held as long as a process uses a data folder; the system releases it when that process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    /** Held by this process. Asked first, because closing a second channel to a file releases the lock taken by the first. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Optional<FolderLock> tryLock(Path folder) throws IOException {
        if (!OURS.add(folder)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel =
                    FileChannel.open(folder.resolve("nurt.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new FolderLock(folder, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                OURS.remove(folder);
            }
        }
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
        OURS.remove(folder);
    }
}
