package io.nurt.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the running product and its database again and again, as no test inside one process can. {@code make crash} does it
 * longer, with {@code -Dnurt.crash.rounds=20}.
 */
class ProductCrashTest {
    private static final int ROUNDS = Integer.getInteger("nurt.crash.rounds", 4);
    /** How long a kill waits for the import to go on; after one, it waits for the lease of the dead server to end. */
    private static final Duration FOR_THE_IMPORT = Duration.ofSeconds(ROUNDS > 4 ? 30 : 3);

    private final Path folder = Path.of(
                    "target",
                    "test-postgres",
                    "product-" + ProcessHandle.current().pid())
            .toAbsolutePath();
    private final Random random = new Random(20261124);

    @Test
    void whatWasAcknowledgedOutlivesKillsOfTheServerAndItsDatabase() throws Exception {
        try (ProductServer server = ProductServer.compiled(folder)) {
            server.start();
            Http http = server.administrator();
            PatientClient client = new PatientClient(http);
            Salesperson salesperson = new Salesperson(client);
            KilledImport imported = KilledImport.draft(http, client);
            salesperson.begin();

            for (int round = 0; round < ROUNDS; round++) {
                killAndStart(round, server, salesperson, imported);
            }

            imported.finish();
            salesperson.end();
            salesperson.findsAll();
            System.out.printf(
                    "%d writes acknowledged and found, %d in doubt; the import came whole %d times and was undone %d times%n",
                    salesperson.acknowledged(), salesperson.inDoubt(), imported.runs(), imported.undone());
            assertThat(salesperson.acknowledged()).isGreaterThan(10 * ROUNDS);
            server.close();
            assertThat(server.databaseProcesses()).isEmpty();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Kills meet people who write and an import under way. */
    private String waitForWork(int round, Salesperson salesperson, KilledImport imported) {
        int before = salesperson.acknowledged();
        int rows = imported.rows();
        long begun = System.nanoTime();
        long until = begun + Duration.ofMillis(random.nextInt(800)).toNanos();
        long longest = round == 0 ? Long.MAX_VALUE : FOR_THE_IMPORT.toNanos();
        String at = imported.step();
        while (salesperson.acknowledged() < before + 10
                || imported.rows() == rows && System.nanoTime() - begun < longest
                || System.nanoTime() < until) {
            salesperson.wentWell();
            PatientClient.pause();
            at = imported.step();
        }
        return at;
    }

    /** The database in even rounds, the server in odd ones, both in each third. */
    private void killAndStart(int round, ProductServer server, Salesperson salesperson, KilledImport imported)
            throws Exception {
        String at = waitForWork(round, salesperson, imported);
        boolean database = round % 2 == 0 || round % 3 == 0;
        boolean program = round % 2 == 1 || round % 3 == 0 && round > 0;
        if (database) {
            server.postmaster().orElseThrow().destroyForcibly();
        }
        if (program) {
            server.kill();
        }
        String killed = (database ? "database " : "") + (program ? "server" : "");
        long begun = System.nanoTime();
        if (program) {
            server.start();
        }
        System.out.printf(
                "round %d: killed %s at import %s, %d writes; serves again after %d ms%n",
                round, killed, at, salesperson.acknowledged(), (System.nanoTime() - begun) / 1_000_000);
        assertThat(server.alive()).isTrue();
        if (program) {
            long databases = server.databaseProcesses().stream()
                    .filter(one -> one.parent()
                            .filter(server.databaseProcesses()::contains)
                            .isEmpty())
                    .count();
            assertThat(databases).as("one database, none left over").isEqualTo(1);
        }
    }
}
