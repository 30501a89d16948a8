package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.FileStore;
import io.nurt.exchange.internal.imports.ImportFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The contents of the files of an import on this machine, for as long as they are read. */
record Spooled(Map<UUID, Path> contents) implements Closeable {
    /** Call inside a transaction. */
    static Spooled of(FileStore store, List<ImportFile> files) {
        Spooled spooled = new Spooled(new HashMap<>());
        try {
            for (ImportFile file : files) {
                spooled.contents.put(file.id(), store.spool(file.id()));
            }
            return spooled;
        } catch (IOException e) {
            spooled.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    @Override
    public void close() {
        contents.values().forEach(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
