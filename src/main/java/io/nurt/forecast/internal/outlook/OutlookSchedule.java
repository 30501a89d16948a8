package io.nurt.forecast.internal.outlook;

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

/** Has each workspace's futures drawn once a day, and after its models were trained. */
@Component
@ConditionalOnProperty(name = "forecast.scheduled", matchIfMissing = true)
class OutlookSchedule implements RecurringJob {
    private final OutlookService outlook;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OutlookSchedule(OutlookService outlook, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.outlook = outlook;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "forecast-outlook-schedule";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run() {
        List<UUID> due = transaction.execute(status -> jdbc.sql("select workspace_id from nurt.forecast_outlook_due()")
                .query(UUID.class)
                .list());
        for (UUID workspace : due == null ? List.<UUID>of() : due) {
            WorkspaceScope.run(workspace, () -> outlook.simulate(workspace, null));
        }
    }
}
