package io.nurt.platform.internal.database;

import io.nurt.platform.WorkspaceScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells the database in which workspace a transaction works. */
class WorkspaceTransactionManager extends JdbcTransactionManager {
    WorkspaceTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        WorkspaceScope.current().ifPresent(workspace -> {
            try {
                enter(DataSourceUtils.getConnection(obtainDataSource()), workspace);
            } catch (SQLException | RuntimeException failed) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("Could not enter the workspace", failed);
            }
        });
    }

    private static void enter(Connection connection, UUID workspace) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('nurt.workspace', ?, true)")) {
            statement.setString(1, workspace.toString());
            statement.execute();
        }
    }
}
