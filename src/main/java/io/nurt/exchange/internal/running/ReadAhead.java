package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.reading.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the next portion of rows while the database writes the one before: one portion ahead, no more is held. */
final class ReadAhead implements Closeable {
    private final RowSource rows;
    private final int portion;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import-reader");
        thread.setDaemon(true);
        return thread;
    });
    private Future<List<SourceRow>> ahead;

    ReadAhead(RowSource rows, int portion) {
        this.rows = rows;
        this.portion = portion;
        this.ahead = read();
    }

    private Future<List<SourceRow>> read() {
        return reader.submit(() -> rows.next(portion));
    }

    /** None at the end. */
    List<SourceRow> next() throws IOException, UnreadableFileException {
        try {
            List<SourceRow> some = ahead.get();
            if (!some.isEmpty()) {
                ahead = read();
            }
            return some;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns only when nobody reads any more, for then the file is closed. */
    @Override
    public void close() {
        try {
            ahead.get();
        } catch (ExecutionException | InterruptedException e) {
            // nobody waits for these rows
        }
        reader.shutdownNow();
    }
}
