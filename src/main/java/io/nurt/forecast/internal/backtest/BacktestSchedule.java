package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.TrackRecord;
import io.nurt.platform.RecurringJob;
import io.nurt.platform.WorkspaceScope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has each workspace's track record made once its models were trained for the first time, and anew in every month. */
@Component
@ConditionalOnProperty(name = "forecast.scheduled", matchIfMissing = true)
class BacktestSchedule implements RecurringJob {
    private final TrackRecord record;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BacktestSchedule(TrackRecord record, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.record = record;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "forecast-backtest-schedule";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        List<UUID> due = transaction.execute(status -> jdbc.sql("select workspace_id from nurt.forecast_record_due()")
                .query(UUID.class)
                .list());
        for (UUID workspace : due == null ? List.<UUID>of() : due) {
            WorkspaceScope.run(workspace, () -> record.make(workspace, null));
        }
    }
}
