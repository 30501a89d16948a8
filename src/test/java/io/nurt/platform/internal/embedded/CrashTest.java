package io.nurt.platform.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nurt.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the server's process and its database again and again while they write. How often: {@code -Dnurt.crash.rounds=20}, fewer
 * without.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("nurt.crash.rounds", 4);

    private final Random random = new Random(20261124);

    @Test
    void everyAcknowledgedWriteOutlivesKills() throws Exception {
        killAgainAndAgain(folder("killed"), OrdinaryUser.OURSELVES);
    }

    @Test
    void theSameHoldsForAnOrdinaryUser() throws Exception {
        assumeThat(UnprivilegedTest.isRoot())
                .as("as root; otherwise the first test is this one")
                .isTrue();
        OrdinaryUser nobody = OrdinaryUser.prepare(folder("ordinary"));
        assumeThat(nobody.canRunJava()).as("a checkout that others may read").isTrue();

        try {
            killAgainAndAgain(folder("ordinary").resolve("data"), nobody);
        } finally {
            FileSystemUtils.deleteRecursively(folder("ordinary"));
        }
    }

    private static Path folder(String name) {
        return Path.of(
                        "target",
                        "test-postgres",
                        name + "-" + ProcessHandle.current().pid())
                .toAbsolutePath();
    }

    private void killAgainAndAgain(Path data, OrdinaryUser user) throws Exception {
        var acknowledged = new TreeSet<Long>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                writeAndKill(data, user, round, acknowledged);
            }
            assertThat(acknowledged).hasSizeGreaterThan(10 * ROUNDS);
            assertThat(read(data, user)).containsAll(acknowledged);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void writeAndKill(Path data, OrdinaryUser user, int round, TreeSet<Long> acknowledged) throws Exception {
        Process writer = start(data, user);
        try (BufferedReader lines = writer.inputReader()) {
            assertThat(lines.readLine()).as("round %d starts", round).isEqualTo("started");
            read(lines, 5 + random.nextInt(50), acknowledged);
            if (round % 2 == 1) {
                killDatabase(data);
                // It is started again meanwhile, and the writer goes on.
                read(lines, 5 + random.nextInt(50), acknowledged);
            }
            if (round % 3 == 2) {
                killDatabase(data);
            }
            // Through its handle, for Process would close the stream and with it the last lines.
            writer.toHandle().destroyForcibly();
            // What it acknowledged before it died counts as well.
            read(lines, Integer.MAX_VALUE, acknowledged);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void read(BufferedReader lines, int most, TreeSet<Long> acknowledged) throws IOException {
        for (int i = 0; i < most; i++) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            acknowledged.add(Long.parseLong(line));
        }
    }

    private static void killDatabase(Path data) throws Exception {
        long pid = PostmasterPid.in(data.resolve("postgres").resolve(Binaries.MAJOR))
                .orElseThrow()
                .pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Thread.sleep(Duration.ofMillis(50).toMillis());
    }

    private static Process start(Path data, OrdinaryUser user) throws IOException {
        List<String> command = user.java("-XX:TieredStopAtLevel=1", CrashWriter.class.getName(), data.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<Long> read(Path data, OrdinaryUser user) throws Exception {
        Process writer = start(data, user);
        try (BufferedReader lines = writer.inputReader()) {
            assertThat(lines.readLine()).as("the start after the last kill").isEqualTo("started");
            var postmaster = PostmasterPid.in(data.resolve("postgres").resolve(Binaries.MAJOR))
                    .orElseThrow();
            String password = Password.readOrCreate(data.resolve("postgres").resolve("password"));
            return JdbcClient.create(TestDatabase.owner(EmbeddedPostgres.url(postmaster.port(), "nurt", password)))
                    .sql("SELECT n FROM written")
                    .query(Long.class)
                    .list();
        } finally {
            long pid = PostmasterPid.in(data.resolve("postgres").resolve(Binaries.MAJOR))
                    .orElseThrow()
                    .pid();
            writer.destroyForcibly().waitFor();
            ProcessHandle.of(pid).ifPresent(postgres -> {
                postgres.destroyForcibly();
                postgres.onExit().join();
            });
            // Its helpers end by themselves when they notice, and until then write into the folder.
            Thread.sleep(500);
        }
    }
}
