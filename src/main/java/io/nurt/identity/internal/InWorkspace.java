package io.nurt.identity.internal;

import io.nurt.platform.WorkspaceScope;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of requests that begin before it is known to which workspace they belong. */
@Component
class InWorkspace {
    private final TransactionTemplate transactions;

    InWorkspace(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    /** Runs in a transaction that sees this workspace. */
    <T> T call(UUID workspace, Supplier<T> work) {
        return WorkspaceScope.call(workspace, () -> here(work));
    }

    void run(UUID workspace, Runnable work) {
        call(workspace, () -> {
            work.run();
            return true;
        });
    }

    /** Runs in a transaction of the current scope: the workspace of the caller, or none, which sees only what stands before them. */
    <T> T here(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
