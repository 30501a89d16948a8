package io.nurt.forecast.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class RunStoreTest {
    @Autowired
    RunStore runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TestWorkspace workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = new TestWorkspace(jdbc, transactions);
    }

    @Test
    void twoServersAskedForTheSameAtOnceBeginOneRun() {
        AtomicReference<CompletableFuture<UUID>> second = new AtomicReference<>();
        UUID first = workspace.inside(() -> {
            UUID asked = runs.ask("simulation", null, null);
            CompletableFuture<UUID> other =
                    CompletableFuture.supplyAsync(() -> workspace.inside(() -> runs.ask("simulation", null, null)));
            // The other one is not answered before this transaction has ended.
            waitShortly(other);
            second.set(other);
            return asked;
        });

        assertThat(second.get()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(first);
    }

    @Test
    void whatHasEndedMayBeAskedForAgain() {
        UUID first = workspace.inside(() -> runs.ask("simulation", null, null));
        workspace.inside(() -> runs.end(first, "done", null, "{}"));

        assertThat(workspace.inside(() -> runs.ask("simulation", null, null))).isNotEqualTo(first);
    }

    private static void waitShortly(CompletableFuture<UUID> second) {
        try {
            second.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            return;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
