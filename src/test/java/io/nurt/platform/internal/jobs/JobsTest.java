package io.nurt.platform.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.JobHandler;
import io.nurt.platform.Jobs;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.RecurringJob;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class JobsTest {
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final DatabaseUrl url = TestDatabase.create();
    private final DataSource dataSource = TestDatabase.owner(url);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final Greeter greeter = new Greeter();
    private final Ticker ticker = new Ticker();
    private final Thinker thinker = new Thinker();

    @Nullable
    private JobRunner runner;

    private final Jobs jobs = new JobsConfiguration().jobs(dataSource, MAPPER, event -> {
        if (runner != null && event instanceof StoredJobs.Due due) {
            runner.look(due);
        }
    });

    record Greeting(String name) {}

    @BeforeEach
    void start() {
        runner = startRunner(Optional.of(url));
    }

    @AfterEach
    void stop() {
        if (runner != null) {
            runner.stop();
        }
    }

    @Test
    void aJobRunsInItsWorkspaceOnceItsTransactionCommitted() throws InterruptedException {
        transaction.executeWithoutResult(
                status -> jobs.schedule("greet", "1", WORKSPACE, new Greeting("Ada"), Instant.now()));

        assertThat(greeter.greeted.poll(10, TimeUnit.SECONDS)).isEqualTo("Ada in " + WORKSPACE);
    }

    @Test
    void aJobOfARolledBackTransactionNeverRuns() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            jobs.schedule("greet", "2", WORKSPACE, new Greeting("Ada"), Instant.now());
            status.setRollbackOnly();
        });

        assertThat(greeter.greeted.poll(3, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aWaitingJobCanBeTakenBack() {
        jobs.schedule(
                "greet", "3", WORKSPACE, new Greeting("Ada"), Instant.now().plus(Duration.ofHours(1)));

        assertThat(jobs.cancel("greet", "3")).isTrue();
        assertThat(jobs.cancel("greet", "3")).isFalse();
    }

    @Test
    void aJobScheduledAgainTakesTheNewTimeAndData() throws InterruptedException {
        jobs.schedule(
                "greet", "4", WORKSPACE, new Greeting("Ada"), Instant.now().plus(Duration.ofHours(1)));
        jobs.schedule("greet", "4", WORKSPACE, new Greeting("Grace"), Instant.now());

        assertThat(greeter.greeted.poll(10, TimeUnit.SECONDS)).startsWith("Grace");
    }

    @Test
    void aJobThatKeepsFailingIsGivenUpWithItsCause() throws InterruptedException {
        jobs.schedule("greet", "5", WORKSPACE, new Greeting("nobody"), Instant.now());

        assertThat(greeter.greeted.poll(10, TimeUnit.SECONDS)).isEqualTo("gave up nobody: Nobody is there");
    }

    @Test
    void aJobOfAServerThatDiedRunsAtTheNextStartOfAnEmbeddedDatabase() throws InterruptedException {
        stop();
        jobs.schedule("greet", "6", WORKSPACE, new Greeting("Ada"), Instant.now());
        JdbcClient.create(dataSource)
                .sql("UPDATE nurt.scheduled_tasks SET picked = true, picked_by = 'dead', last_heartbeat = now()")
                .update();

        runner = startRunner(Optional.empty());

        assertThat(greeter.greeted.poll(10, TimeUnit.SECONDS)).startsWith("Ada");
    }

    @Test
    void aRecurringJobRunsAgain() throws InterruptedException {
        assertThat(ticker.ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(ticker.ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void noClassNameIsStored() {
        jobs.schedule(
                "greet", "7", WORKSPACE, new Greeting("Ada"), Instant.now().plus(Duration.ofHours(1)));

        assertThat(JdbcClient.create(dataSource)
                        .sql(
                                "SELECT convert_from(task_data, 'UTF8') FROM nurt.scheduled_tasks WHERE task_instance = '7'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"workspace\":\"" + WORKSPACE + "\",\"data\":{\"name\":\"Ada\"}}");
    }

    @Test
    void heavyJobsAreDoneOneAfterAnotherAndKeepNoOtherWaiting() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            jobs.schedule("think", "deep " + i, WORKSPACE, new Greeting("thought " + i), Instant.now());
        }
        assertThat(thinker.begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        jobs.schedule("greet", "8", WORKSPACE, new Greeting("Ada"), Instant.now());

        assertThat(greeter.greeted.poll(10, TimeUnit.SECONDS)).startsWith("Ada");
        assertThat(thinker.begun.tryAcquire(2, TimeUnit.SECONDS)).isFalse();

        thinker.goOn.release(5);
        for (int i = 0; i < 5; i++) {
            assertThat(thinker.thought.poll(20, TimeUnit.SECONDS)).isEqualTo("1 in " + WORKSPACE);
        }
    }

    @Test
    void aHeavyJobComputesOnHalfOfTheProcessors() throws InterruptedException {
        thinker.goOn.release();
        jobs.schedule("think", "in parallel", WORKSPACE, new Greeting("all of it"), Instant.now());

        assertThat(thinker.thought.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(thinker.threads)
                .hasSizeLessThanOrEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private JobRunner startRunner(Optional<DatabaseUrl> external) {
        var settings = new NurtSettings(0, Path.of("unused"), external, URI.create("http://localhost"));
        JobRunner started = new JobsConfiguration()
                .jobRunner(dataSource, settings, MAPPER, List.of(greeter, thinker), List.of(ticker));
        started.start();
        return started;
    }

    private static final class Greeter implements JobHandler<Greeting> {
        final BlockingQueue<String> greeted = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "greet";
        }

        @Override
        public Class<Greeting> dataType() {
            return Greeting.class;
        }

        @Override
        public int attempts() {
            return 1;
        }

        @Override
        public void run(String instance, Greeting greeting) {
            if (greeting.name().equals("nobody")) {
                throw new IllegalStateException("Nobody is there");
            }
            greeted.add(greeting.name() + " in " + WorkspaceScope.current().orElseThrow());
        }

        @Override
        public void gaveUp(String instance, Greeting greeting, Throwable cause) {
            greeted.add("gave up " + greeting.name() + ": " + cause.getMessage());
        }
    }

    /** Thinks when it may, and tells how many were thinking then. */
    private static final class Thinker implements JobHandler<Greeting> {
        final Semaphore begun = new Semaphore(0);
        final Semaphore goOn = new Semaphore(0);
        final Set<String> threads = ConcurrentHashMap.newKeySet();
        final BlockingQueue<String> thought = new LinkedBlockingQueue<>();
        private final AtomicInteger thinking = new AtomicInteger();

        @Override
        public String name() {
            return "think";
        }

        @Override
        public Class<Greeting> dataType() {
            return Greeting.class;
        }

        @Override
        public boolean heavy() {
            return true;
        }

        @Override
        public void run(String instance, Greeting greeting) {
            int now = thinking.incrementAndGet();
            begun.release();
            goOn.acquireUninterruptibly();
            IntStream.range(0, 1000)
                    .parallel()
                    .forEach(i -> threads.add(Thread.currentThread().getName()));
            thought.add(now + " in " + WorkspaceScope.current().orElseThrow());
            thinking.decrementAndGet();
        }
    }

    private static final class Ticker implements RecurringJob {
        final BlockingQueue<Instant> ticks = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "tick";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(100);
        }

        @Override
        public void run() {
            ticks.add(Instant.now());
        }
    }
}
