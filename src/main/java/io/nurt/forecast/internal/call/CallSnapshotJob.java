package io.nurt.forecast.internal.call;

import io.nurt.platform.RecurringJob;
import io.nurt.platform.WorkspaceScope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps each workspace's table of the week, on Monday or as soon after as a server runs. */
@Component
class CallSnapshotJob implements RecurringJob {
    private final CallSnapshots snapshots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CallSnapshotJob(CallSnapshots snapshots, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "forecast-call-snapshot";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        List<UUID> due = transaction.execute(status -> jdbc.sql("select * from nurt.forecast_call_due()")
                .query(UUID.class)
                .list());
        for (UUID workspace : due == null ? List.<UUID>of() : due) {
            WorkspaceScope.run(workspace, snapshots::take);
        }
    }
}
