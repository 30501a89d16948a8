package io.nurt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.nurt.platform.internal.database.RowSecurityCheck;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@NurtTest
class WorkspaceWallTest {
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    NurtSettings settings;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aWalledTable() {
        owner().sql("CREATE TABLE nurt.walled_note (workspace_id uuid NOT NULL DEFAULT nurt.workspace(), text text)")
                .update();
        owner().sql("CALL nurt.wall('nurt.walled_note')").update();
    }

    @AfterEach
    void dropTheTable() {
        owner().sql("DROP TABLE nurt.walled_note").update();
    }

    @Test
    void aTransactionSeesTheRowsOfItsWorkspaceAlone() {
        write(OURS, "ours");
        write(THEIRS, "theirs");

        assertThat(count(OURS)).isEqualTo(1);
        assertThat(count(THEIRS)).isEqualTo(1);
        assertThat(owner().sql("SELECT count(*) FROM nurt.walled_note")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void outsideAWorkspaceNothingIsSeen() {
        write(OURS, "ours");

        assertThat(jdbc.sql("SELECT count(*) FROM nurt.walled_note")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRowCannotBeWrittenIntoAnotherWorkspace() {
        assertThatThrownBy(() -> WorkspaceScope.run(
                        OURS,
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                        status -> jdbc.sql("INSERT INTO nurt.walled_note VALUES (:workspace, 'x')")
                                                .param("workspace", THEIRS)
                                                .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void workForAWorkspaceCannotJoinATransactionOfAnother() {
        assertThatThrownBy(() -> WorkspaceScope.run(
                        OURS,
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> write(THEIRS, "theirs"))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(count(THEIRS)).isZero();
    }

    @Test
    void aNewTransactionWithinOneMayWorkInAnotherWorkspace() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        WorkspaceScope.run(
                OURS,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    WorkspaceScope.run(THEIRS, () -> apart.executeWithoutResult(inner -> write(THEIRS, "theirs")));
                    write(OURS, "ours");
                }));

        assertThat(count(OURS)).isEqualTo(1);
        assertThat(count(THEIRS)).isEqualTo(1);
    }

    @Test
    void aTableWithoutAWallStopsTheStart() {
        owner().sql("CREATE TABLE nurt.open_note (workspace_id uuid)").update();
        try {
            assertThatThrownBy(() -> RowSecurityCheck.run(pool))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("open_note");
        } finally {
            owner().sql("DROP TABLE nurt.open_note").update();
        }
    }

    private JdbcClient owner() {
        return JdbcClient.create(TestDatabase.owner(settings.database().orElseThrow()));
    }

    private void write(UUID workspace, String text) {
        WorkspaceScope.run(
                workspace,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql("INSERT INTO nurt.walled_note (text) VALUES (:text)")
                                .param("text", text)
                                .update()));
    }

    private long count(UUID workspace) {
        return WorkspaceScope.call(
                workspace,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("SELECT count(*) FROM nurt.walled_note")
                                .query(Long.class)
                                .single()));
    }
}
