package io.nurt.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class LiveBusTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    LiveBus bus;

    private TestWorkspace workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = new TestWorkspace(jdbc, transactions);
    }

    @Test
    void aMessageArrivesAfterTheCommitAndNotBefore() throws InterruptedException {
        BlockingQueue<LiveMessage> arrived = heard();
        boolean early = workspace.inside(() -> {
            bus.send(message("deal", Set.of()));
            return poll(arrived, 300) != null;
        });
        assertThat(early).isFalse();
        assertThat(arrived.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aMessageOfAnUndoneTransactionNeverArrives() throws InterruptedException {
        BlockingQueue<LiveMessage> arrived = heard();
        try {
            workspace.inside(() -> {
                bus.send(message("lost", Set.of()));
                throw new IllegalStateException("roll back");
            });
        } catch (IllegalStateException expected) {
            // the transaction was undone, as wanted
        }
        workspace.inside(() -> {
            bus.send(message("kept", Set.of()));
            return 1;
        });
        LiveMessage first = arrived.poll(5, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        assertThat(first.kind()).isEqualTo("kept");
    }

    @Test
    void onlyThoseWhoMaySeeTheRecordHearOfIt() {
        Caller one = workspace.userSeeingOwn(Role.REPRESENTATIVE);
        Caller other = workspace.userSeeingOwn(Role.REPRESENTATIVE);
        Caller boss = workspace.user(Role.ADMINISTRATOR);
        LiveMessage message = message("deal", Set.of(one.userId()));
        assertThat(StreamController.mayHear(one, message)).isTrue();
        assertThat(StreamController.mayHear(boss, message)).isTrue();
        assertThat(StreamController.mayHear(other, message)).isFalse();
    }

    @Test
    void anotherWorkspaceHearsNothingEvenOfRecordsWithoutOwner() {
        Caller stranger = new TestWorkspace(jdbc, transactions).user(Role.ADMINISTRATOR);
        assertThat(StreamController.mayHear(stranger, message("deal", Set.of())))
                .isFalse();
    }

    @Test
    void aMessageForOneUserReachesNobodyElse() {
        Caller one = workspace.user(Role.ADMINISTRATOR);
        Caller other = workspace.user(Role.ADMINISTRATOR);
        LiveMessage message = new LiveMessage(workspace.id(), "import", Set.of(), one.userId(), Map.of());
        assertThat(StreamController.mayHear(one, message)).isTrue();
        assertThat(StreamController.mayHear(other, message)).isFalse();
    }

    private BlockingQueue<LiveMessage> heard() {
        BlockingQueue<LiveMessage> arrived = new LinkedBlockingQueue<>();
        bus.subscribe(message -> {
            if (message.workspace().equals(workspace.id())) {
                arrived.add(message);
            }
        });
        return arrived;
    }

    private static @org.jspecify.annotations.Nullable LiveMessage poll(BlockingQueue<LiveMessage> queue, long millis) {
        try {
            return queue.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private LiveMessage message(String kind, Set<UUID> owners) {
        return new LiveMessage(workspace.id(), kind, owners, null, Map.of("id", Ids.next()));
    }
}
