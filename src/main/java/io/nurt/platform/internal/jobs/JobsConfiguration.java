package io.nurt.platform.internal.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.nurt.platform.JobHandler;
import io.nurt.platform.Jobs;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.RecurringJob;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final String TABLE = "nurt.scheduled_tasks";
    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofSeconds(2);

    /** Four missed ones mean that the server doing a job is dead: its jobs go to another after 16 to 24 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LAST_CHANCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    @Bean
    Jobs jobs(DataSource dataSource, JsonMapper mapper, ApplicationEventPublisher events) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .serializer(new JsonSerializer(mapper))
                .build();
        return new StoredJobs(client, mapper, events);
    }

    /** Not in an application that was brought up for a command: that ends soon, and a server may be running beside it. */
    @Bean
    @ConditionalOnProperty(name = "nurt.command", havingValue = "false", matchIfMissing = true)
    JobRunner jobRunner(
            DataSource dataSource,
            NurtSettings settings,
            JsonMapper mapper,
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring) {
        if (settings.database().isEmpty()) {
            releaseJobsOfADeadServer(dataSource);
        }
        HeavyWork heavy = new HeavyWork();
        Scheduler scheduler = Scheduler.create(
                        dataSource,
                        List.copyOf(handlers.stream()
                                .map(handler -> new HandledTask<>(handler, mapper, heavy).task())
                                .toList()))
                .startTasks(recurring.stream().map(JobsConfiguration::task).toList())
                .tableName(TABLE)
                .serializer(new JsonSerializer(mapper))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(LAST_CHANCE_AT_SHUTDOWN)
                .build();
        return new JobRunner(scheduler);
    }

    /** An embedded database has one server, so that whatever is marked as running at its start no longer is. */
    private static void releaseJobsOfADeadServer(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("""
                        UPDATE nurt.scheduled_tasks
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1
                        WHERE picked
                        """).update();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.run());
    }
}
