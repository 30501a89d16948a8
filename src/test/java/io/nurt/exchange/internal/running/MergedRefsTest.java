package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.directory.RecordKind;
import io.nurt.directory.RecordsMerged;
import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What other systems call a merged record names the one that stays. */
@NurtTest
class MergedRefsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RefStore refs;

    @Autowired
    ApplicationEventPublisher publisher;

    @Test
    void theNextImportFindsTheSurvivorUntilTheMergeIsTakenBack() {
        TestWorkspace workspace = new TestWorkspace(jdbc, transactions);
        Caller admin = workspace.user(Role.ADMINISTRATOR);
        UUID first = Ids.next();
        UUID second = Ids.next();
        UUID third = Ids.next();
        workspace.inside(() -> {
            refs.put(
                    Ids.next(),
                    "company",
                    "crm",
                    List.of(new RefStore.Ref("a", first, null, "h"), new RefStore.Ref("b", second, null, "h")));
            return true;
        });

        tell(workspace, admin, first, second, false);
        tell(workspace, admin, second, third, false);
        assertThat(known(workspace, "a")).isEqualTo(third);
        assertThat(known(workspace, "b")).isEqualTo(third);

        tell(workspace, admin, second, third, true);
        assertThat(known(workspace, "a")).isEqualTo(second);
        tell(workspace, admin, first, second, true);
        assertThat(known(workspace, "a")).isEqualTo(first);
        assertThat(known(workspace, "b")).isEqualTo(second);
    }

    private void tell(TestWorkspace workspace, Caller admin, UUID from, UUID into, boolean back) {
        workspace.inside(() -> {
            publisher.publishEvent(new RecordsMerged(admin.workspaceId(), RecordKind.COMPANY, from, into, back));
            return true;
        });
    }

    private UUID known(TestWorkspace workspace, String externalId) {
        return workspace.inside(() -> Objects.requireNonNull(
                        refs.find("company", "crm", List.of(externalId)).get(externalId))
                .recordId());
    }
}
