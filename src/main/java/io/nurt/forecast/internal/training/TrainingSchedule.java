package io.nurt.forecast.internal.training;

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

/** Has models trained where it is time: never trained, a week old, or a day old with a tenth more deals closed since. */
@Component
@ConditionalOnProperty(name = "forecast.scheduled", matchIfMissing = true)
class TrainingSchedule implements RecurringJob {
    private final ForecastModels models;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TrainingSchedule(ForecastModels models, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Due(UUID workspaceId, UUID pipelineId) {}

    @Override
    public String name() {
        return "forecast-training-schedule";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        List<Due> due = transaction.execute(status ->
                jdbc.sql("select * from nurt.forecast_due()").query(Due.class).list());
        for (Due one : due == null ? List.<Due>of() : due) {
            WorkspaceScope.run(
                    one.workspaceId(),
                    () -> transaction.executeWithoutResult(
                            status -> models.train(one.workspaceId(), one.pipelineId(), null)));
        }
    }
}
