package io.nurt.connect;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Knows whether a request has come to write anything for good. */
@Component
class CommitWatch implements TransactionExecutionListener {
    private final ThreadLocal<@Nullable Boolean> committed = new ThreadLocal<>();

    CommitWatch(ConfigurableTransactionManager transactions) {
        transactions.addListener(this);
    }

    /** Watches what this thread does from now on. */
    void begin() {
        committed.set(false);
    }

    /** @return whether a commit was begun meanwhile: one that fails may have been carried out all the same */
    boolean end() {
        boolean any = Boolean.TRUE.equals(committed.get());
        committed.remove();
        return any;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (committed.get() != null && !transaction.isReadOnly()) {
            committed.set(true);
        }
    }
}
