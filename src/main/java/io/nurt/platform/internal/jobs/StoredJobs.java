package io.nurt.platform.internal.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.nurt.platform.Jobs;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes jobs into the database; {@link JobRunner} does them. Apart, because handlers schedule jobs themselves. */
record StoredJobs(SchedulerClient client, JsonMapper mapper, ApplicationEventPublisher events) implements Jobs {

    /** Something may be due: look now instead of at the next round. */
    record Due() {}

    @Override
    public boolean schedule(String name, String instance, UUID workspace, Object data, Instant at) {
        var job = new StoredJob(workspace, mapper.valueToTree(data));
        boolean scheduled =
                client.schedule(new TaskInstance<>(name, instance, job), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        if (scheduled && !at.isAfter(Instant.now())) {
            announceAfterCommit();
        }
        return scheduled;
    }

    @Override
    public boolean cancel(String name, String instance) {
        TaskInstanceId id = TaskInstanceId.of(name, instance);
        boolean waits = client.getScheduledExecution(id)
                .filter(execution -> !execution.isPicked())
                .isPresent();
        if (waits) {
            client.cancel(id);
        }
        return waits;
    }

    private void announceAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(new Due());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new Due());
            }
        });
    }
}
