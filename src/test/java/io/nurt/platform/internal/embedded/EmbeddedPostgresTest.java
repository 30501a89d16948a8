package io.nurt.platform.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.StartRefused;
import io.nurt.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
    private final Path data = Path.of(
                    "target",
                    "test-postgres",
                    "durable-" + ProcessHandle.current().pid())
            .toAbsolutePath();
    private final Path cluster = data.resolve("postgres").resolve(Binaries.MAJOR);
    private EmbeddedPostgres postgres = EmbeddedPostgres.start(data, Durability.DURABLE);

    @BeforeAll
    void aTable() {
        jdbc().sql("CREATE TABLE kept (n int)").update();
    }

    @BeforeEach
    void aRow() {
        jdbc().sql("INSERT INTO kept VALUES (1)").update();
    }

    @AfterEach
    void everyRowIsThere() {
        assertThat(jdbc().sql("SELECT count(*) FROM kept").query(Long.class).single())
                .isPositive();
    }

    @AfterAll
    void remove() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void aCommitIsOnTheDiskBeforeItIsAcknowledged() {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(jdbc().sql("SHOW " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void onlyThisMachineIsListenedTo() {
        assertThat(jdbc().sql("SHOW listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void nobodyEntersWithoutThePasswordAndOnlyItsOwnerReadsIt() throws IOException {
        DatabaseUrl url = postgres.url();
        var wrong = new DatabaseUrl(url.host(), url.port(), url.database(), url.user(), "wrong", Map.of());

        assertThatThrownBy(() -> JdbcClient.create(TestDatabase.owner(wrong))
                        .sql("SELECT 1")
                        .query()
                        .singleValue())
                .isInstanceOf(DataAccessException.class);
        assumeThat(Binaries.isWindows()).isFalse();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("postgres").resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theOwnerOfTheSchemaIsNoSuperuser() {
        assertThat(jdbc().sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void twoServersNeverShareAFolder() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, Durability.DURABLE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Another Nurt");
    }

    @Test
    void aRunningServerIsFoundByItsFolder() {
        assertThat(EmbeddedPostgres.running(data)).contains(postgres.url());
        assertThat(EmbeddedPostgres.running(data.resolve("other"))).isEmpty();
    }

    @Test
    void aKilledDatabaseComesBackWhileTheServerRuns() throws IOException {
        long before = postgres.pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> postgres.pid() != before
                        && jdbc().sql("SELECT 1").query(Integer.class).single() == 1);
    }

    @Test
    void theNumberOfAnEndedDatabaseMayBelongToAnotherProgram() throws IOException {
        postgres.close();
        Files.writeString(
                PostmasterPid.file(cluster),
                ProcessHandle.current().pid() + "\n" + cluster + "\n0\n5432\n\n127.0.0.1\n\nready\n");

        postgres = EmbeddedPostgres.start(data, Durability.DURABLE);
    }

    @Test
    void aTornUnpackingIsDoneAgain() throws IOException {
        postgres.close();
        Path programs = data.resolve("postgres").resolve("bin-" + Binaries.version());
        Files.delete(programs.resolve(".complete"));
        Files.delete(programs.resolve("bin").resolve("postgres"));

        postgres = EmbeddedPostgres.start(data, Durability.DURABLE);
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedWithTheWayOut() throws IOException {
        postgres.close();
        Path version = cluster.resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, Durability.DURABLE))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining("17");
                    assertThat(refused.wayOut()).contains("nurt backup").contains("nurt restore");
                });

        Files.writeString(version, Binaries.MAJOR + "\n");
        postgres = EmbeddedPostgres.start(data, Durability.DURABLE);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(TestDatabase.owner(postgres.url()));
    }
}
