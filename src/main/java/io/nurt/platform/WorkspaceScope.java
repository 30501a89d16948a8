package io.nurt.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workspace in which the current thread works. A transaction that begins inside the scope sees the rows of this workspace
 * and no others; one that begins outside any scope sees no workspace's rows at all. Enter the scope before the transaction.
 */
public final class WorkspaceScope {
    private static final ThreadLocal<@Nullable UUID> CURRENT = new ThreadLocal<>();

    private WorkspaceScope() {}

    public static Optional<UUID> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static <T> T call(UUID workspace, Supplier<T> work) {
        UUID outer = CURRENT.get();
        CURRENT.set(workspace);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    public static void run(UUID workspace, Runnable work) {
        call(workspace, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
