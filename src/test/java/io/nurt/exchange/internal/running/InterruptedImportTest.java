package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.exchange.internal.imports.ImportJobData;
import io.nurt.exchange.internal.imports.ImportStatus;
import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.kernel.Ids;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An import that is interrupted goes on where it was: no row twice, none lost. */
@NurtTest
class InterruptedImportTest {
    private static final int DEALS = 6_500;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ImportRun runner;

    @Autowired
    ImportJob job;

    @Autowired
    UndoJob undo;

    @Autowired
    ImportStore imports;

    @Autowired
    Saboteur saboteur;

    @LocalServerPort
    int port;

    private ImportPlace place;
    private UUID id;

    @BeforeEach
    void aQueuedImport() {
        place = new ImportPlace(jdbc, transactions, port);
        id = UUID.fromString(place.draft());
        StringBuilder deals = new StringBuilder("Deal ID,Deal Name,Company,Stage,Amount\n");
        StringBuilder history = new StringBuilder("Deal ID,Stage,Created Date\n");
        for (int i = 0; i < DEALS; i++) {
            // One row in a hundred comes twice: each time but the first it is refused.
            int number = i % 100 == 99 ? i - 1 : i;
            deals.append(number)
                    .append(",Deal ")
                    .append(number)
                    .append(",Company ")
                    .append(i % 700)
                    .append(i % 3 == 0 ? ",Won," : ",Talks,")
                    .append(i)
                    .append('\n');
            history.append(i).append(",New,2026-01-01 10:00\n");
            history.append(i).append(",Talks,2026-01-02 10:00\n");
        }
        place.upload(id.toString(), "history.csv", history.toString());
        place.upload(id.toString(), "deals.csv", deals.toString());
        place.workspace.inside(() -> {
            imports.status(id, ImportStatus.QUEUED);
            return true;
        });
    }

    private boolean run() {
        return TestWorkspace.as(place.admin, () -> runner.run(id));
    }

    private void isWhole() {
        assertThat(place.count("select done_rows from nurt.import")).isEqualTo(3L * DEALS);
        assertThat(place.count("select created + updated + unchanged + refused from nurt.import"))
                .isEqualTo(3L * DEALS);
        assertThat(place.count("select refused from nurt.import"))
                .isEqualTo(place.count("select count(*) from nurt.import_refusal"))
                .isEqualTo(65L + 2 * 65);
        assertThat(place.count("select count(*) from nurt.deal")).isEqualTo(DEALS - 65L);
        assertThat(place.count("select count(distinct title) from nurt.deal")).isEqualTo(DEALS - 65L);
        assertThat(place.count("select count(*) from nurt.company")).isEqualTo(693);
        assertThat(place.count("select count(*) from nurt.deal_event"))
                .isEqualTo(2 * (DEALS - 65L) + place.count("select count(*) from nurt.deal where status = 'won'"));
        assertThat(place.list("select status from nurt.import", String.class)).containsExactly("done");
    }

    @Test
    void anImportThatIsKilledTimeAndAgainIsWholeInTheEnd() {
        saboteur.breakAfter(id, 2, 6);
        while (saboteur.left() > 0) {
            assertThatThrownBy(this::run).hasMessage("the power went out");
        }

        assertThat(run()).isTrue();

        isWhole();
    }

    @Test
    void twoWorkersNeverRunTheSameImport() throws ExecutionException, InterruptedException {
        List<CompletableFuture<Boolean>> workers =
                List.of(CompletableFuture.supplyAsync(this::run), CompletableFuture.supplyAsync(this::run));

        assertThat(List.of(workers.get(0).get(), workers.get(1).get())).containsExactlyInAnyOrder(true, false);

        isWhole();
    }

    @Test
    void aWorkerThatDiedIsSucceededWhenItsLeaseEnds() {
        place.workspace.inside(() -> imports.lease(id, Ids.next(), 60));
        assertThat(run()).isFalse();
        place.workspace.inside(() -> jdbc.sql("update nurt.import set leased_until = now() - interval '1 second'")
                .update());

        assertThat(run()).isTrue();

        isWhole();
    }

    @Test
    void theOnlyServerTakesTheLeaseOfOneThatDiedAtOnceButNeverItsOwn() {
        place.workspace.inside(() -> imports.lease(id, Ids.next(), 60));
        Leases beside = new Leases(imports, false);
        assertThat(place.workspace.inside(() -> beside.take(id))).isEmpty();

        Leases only = new Leases(imports, true);
        UUID taken = place.workspace.inside(() -> only.take(id)).orElseThrow();

        assertThat(place.workspace.inside(() -> only.take(id))).isEmpty();
        assertThat(place.workspace.inside(() -> imports.leased(id, taken))).isTrue();
        place.workspace.inside(() -> {
            only.release(id, taken);
            only.left(taken);
            return true;
        });
        assertThat(run()).isTrue();
        isWhole();
    }

    @Test
    void aJobWaitsForTheLeaseOfADeadServerInsteadOfFailing() {
        place.workspace.inside(() -> imports.lease(id, Ids.next(), 2));
        var caller = place.admin;
        ImportJobData data = new ImportJobData(
                id,
                caller.workspaceId(),
                caller.userId(),
                caller.name(),
                caller.role().code(),
                caller.language().code(),
                caller.zone().getId());

        WorkspaceScope.run(caller.workspaceId(), () -> job.run("x", data));

        isWhole();
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothingMore() {
        run();
        place.workspace.inside(() -> {
            imports.status(id, ImportStatus.CANCELLED);
            return true;
        });
        long before = place.count("select count(*) from nurt.deal");

        assertThat(run()).isTrue();

        assertThat(place.count("select count(*) from nurt.deal")).isEqualTo(before);
        assertThat(place.list("select status from nurt.import", String.class)).containsExactly("cancelled");
    }

    @Test
    void anUndoThatIsKilledTimeAndAgainTakesAllBack() {
        run();
        place.workspace.inside(() -> {
            imports.status(id, ImportStatus.UNDOING);
            return true;
        });
        saboteur.breakAfter(id, 2, 3);
        while (saboteur.left() > 0) {
            assertThatThrownBy(() -> TestWorkspace.as(place.admin, () -> {
                        undo.undo(id);
                        return true;
                    }))
                    .hasMessage("the power went out");
        }

        TestWorkspace.as(place.admin, () -> {
            undo.undo(id);
            return true;
        });

        assertThat(place.count("select count(*) from nurt.deal")).isZero();
        assertThat(place.count("select count(*) from nurt.company")).isZero();
        assertThat(place.count("select count(*) from nurt.pipeline")).isZero();
        assertThat(place.list("select status from nurt.import", String.class)).containsExactly("undone");
    }
}
