package io.nurt.platform.internal.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.nurt.platform.JobHandler;
import io.nurt.platform.WorkspaceScope;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A job handler as the scheduler sees it. */
record HandledTask<T>(JobHandler<T> handler, JsonMapper mapper, HeavyWork heavy) {
    private static final Logger LOG = LoggerFactory.getLogger(HandledTask.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final double GROWTH = 3;

    /** How soon a heavy job asks again whether the one before it has ended. */
    private static final Duration NEXT_TURN = Duration.ofSeconds(1);

    Task<StoredJob> task() {
        return Tasks.custom(handler.name(), StoredJob.class)
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance));
    }

    private CompletionHandler<StoredJob> execute(TaskInstance<StoredJob> instance) {
        Runnable work = () -> within(instance.getData(), data -> handler.run(instance.getId(), data));
        if (!handler.heavy()) {
            work.run();
        } else if (!heavy.tryDo(work)) {
            return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(NEXT_TURN));
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<StoredJob> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        if (failures < handler.attempts()) {
            double wait = FIRST_WAIT.toMillis() * Math.pow(GROWTH, failures - 1);
            operations.reschedule(complete, Instant.now().plusMillis((long) wait));
            return;
        }
        var instance = complete.getExecution().taskInstance;
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("The server was stopped"));
        LOG.error("Job {} {} is given up after {} attempts", handler.name(), instance.getId(), failures, cause);
        within((StoredJob) instance.getData(), data -> handler.gaveUp(instance.getId(), data, cause));
        operations.stop();
    }

    private void within(StoredJob job, java.util.function.Consumer<T> work) {
        T data = mapper.treeToValue(job.data(), handler.dataType());
        WorkspaceScope.run(job.workspace(), () -> work.accept(data));
    }
}
