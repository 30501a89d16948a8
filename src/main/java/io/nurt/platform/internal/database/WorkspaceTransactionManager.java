package io.nurt.platform.internal.database;

import io.nurt.platform.WorkspaceScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database in which workspace a transaction works; it stays in it to its end. Work for another workspace that joins a
 * transaction would silently see the wrong rows or none, and is refused.
 */
class WorkspaceTransactionManager extends JdbcTransactionManager {
    private static final Object ENTERED = new Object();

    private record Suspended(
            @Nullable Object transaction, @Nullable Object entered) {}

    WorkspaceTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Optional<UUID> workspace = WorkspaceScope.current();
        TransactionSynchronizationManager.bindResource(ENTERED, workspace);
        workspace.ifPresent(entered -> {
            try {
                enter(DataSourceUtils.getConnection(obtainDataSource()), entered);
            } catch (SQLException | RuntimeException failed) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("Could not enter the workspace", failed);
            }
        });
    }

    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        if (status.hasTransaction() && !status.isNewTransaction()) {
            Object entered = TransactionSynchronizationManager.getResource(ENTERED);
            Optional<UUID> wanted = WorkspaceScope.current();
            if (wanted.isPresent() && !wanted.equals(entered)) {
                throw new IllegalTransactionStateException(
                        "The transaction does not work in the current workspace: enter the WorkspaceScope before it begins");
            }
        }
        super.prepareSynchronization(status, definition);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        Object entered = TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED);
        return new Suspended(super.doSuspend(transaction), entered);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        if (suspended.transaction() != null) {
            super.doResume(transaction, suspended.transaction());
        }
        if (suspended.entered() != null) {
            TransactionSynchronizationManager.bindResource(ENTERED, suspended.entered());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED);
        super.doCleanupAfterCompletion(transaction);
    }

    private static void enter(Connection connection, UUID workspace) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('nurt.workspace', ?, true)")) {
            statement.setString(1, workspace.toString());
            statement.execute();
        }
    }
}
