package io.nurt.platform.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.database.Migrations;
import io.nurt.platform.internal.database.UnfinishedRestore;
import io.nurt.platform.internal.embedded.InstalledPostgres;
import io.nurt.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class BackupTest {
    @TempDir
    Path folder;

    private final DataSource source = TestDatabase.owner(SampleData.database());

    @Test
    void aRestoredDatabaseHoldsTheSameRows() throws IOException {
        DataSource target = TestDatabase.owner(TestDatabase.createBare());

        long rows = Backup.write(source, file("first"));

        assertThat(rows).isGreaterThan(20);
        assertThat(Restore.run(target, file("first"), false)).isEqualTo(rows);
        assertThat(tables(target, "second")).isEqualTo(tablesOf(file("first")));
    }

    @Test
    void wallsAndReferencesStandAfterARestore() {
        DataSource target = TestDatabase.owner(TestDatabase.createBare());
        Backup.write(source, file("first"));
        Restore.run(target, file("first"), false);

        String rules = """
                SELECT string_agg(rule, E'\\n' ORDER BY rule) FROM (
                    SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS rule FROM pg_constraint
                    WHERE connamespace = 'nurt'::regnamespace
                    UNION ALL
                    SELECT relname || ' ' || relrowsecurity || relforcerowsecurity FROM pg_class
                    WHERE relnamespace = 'nurt'::regnamespace AND relkind = 'r'
                    UNION ALL
                    SELECT tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) rules
                """;
        assertThat(JdbcClient.create(target).sql(rules).query(String.class).single())
                .isEqualTo(
                        JdbcClient.create(source).sql(rules).query(String.class).single());
    }

    @Test
    void theTimeOfTheLastBackupIsRemembered() {
        Backup.write(source, file("first"));

        assertThat(JdbcClient.create(source)
                        .sql("SELECT now() - taken_at < interval '1 minute' FROM nurt.backup_taken")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aBackupIsReadableByItsOwnerOnly() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

        Backup.write(source, file("first"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("first"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(file("first"), "dear");

        assertThatThrownBy(() -> Backup.write(source, file("first"))).isInstanceOf(StartRefused.class);
        assertThat(file("first")).hasContent("dear");
    }

    @Test
    void dataIsReplacedOnlyWhenToldSo() throws IOException {
        DataSource target = TestDatabase.owner(SampleData.database());
        Backup.write(source, file("first"));

        assertThatThrownBy(() -> Restore.run(target, file("first"), false))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.wayOut()).contains("--replace"));
        Restore.run(target, file("first"), true);

        assertThat(tables(target, "second")).isEqualTo(tablesOf(file("first")));
    }

    @Test
    void aDamagedBackupLeavesTheDatabaseAsItWas() throws IOException {
        DataSource target = TestDatabase.owner(SampleData.database());
        Backup.write(target, file("before"));
        Backup.write(source, file("first"));
        try (var zip = FileSystems.newFileSystem(file("first"))) {
            Path companies = zip.getPath("data/company.copy");
            Files.writeString(companies, Files.readString(companies).replaceFirst("1234567890", "1234567891"));
        }

        assertThatThrownBy(() -> Restore.run(target, file("first"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("table company");
        assertThat(tables(target, "after").stream()
                        .filter(table -> !table.name().equals("backup_taken")))
                .containsAll(tablesOf(file("before")).stream()
                        .filter(table -> !table.name().equals("backup_taken"))
                        .toList());
    }

    @Test
    void aFileThatIsNoBackupIsRefused() throws IOException {
        Files.writeString(file("first"), "no backup");

        assertThatThrownBy(() -> Restore.run(source, file("first"), true)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aBackupOfANewerVersionIsRefused() throws IOException {
        Backup.write(source, file("first"));
        try (var zip = FileSystems.newFileSystem(file("first"))) {
            Path manifest = zip.getPath(Manifest.ENTRY);
            Files.writeString(manifest, Files.readString(manifest).replace("\"202611240800\"", "\"299901010000\""));
        }

        assertThatThrownBy(() -> Restore.run(TestDatabase.owner(TestDatabase.createBare()), file("first"), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("299901010000");
    }

    @Test
    void aRestoreThatWasKilledIsUndoneAtTheNextStart() {
        JdbcClient jdbc = JdbcClient.create(source);
        long before =
                jdbc.sql("SELECT count(*) FROM nurt.company").query(Long.class).single();
        jdbc.sql("ALTER SCHEMA nurt RENAME TO " + UnfinishedRestore.ASIDE).update();
        Migrations.runUpTo(source, "202611240910");

        UnfinishedRestore.undo(source);

        assertThat(jdbc.sql("SELECT count(*) FROM nurt.company")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(jdbc.sql("SELECT to_regnamespace(:aside) IS NULL")
                        .param("aside", UnfinishedRestore.ASIDE)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDatabaseInUseIsNotOverwritten() throws Exception {
        DatabaseUrl url = TestDatabase.createBare();
        Backup.write(source, file("first"));
        try (var user = TestDatabase.owner(url).getConnection()) {
            assertThat(user.isValid(1)).isTrue();
            assertThatThrownBy(() -> Restore.run(TestDatabase.owner(url), file("first"), true))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("running");
        }
    }

    @Test
    void everythingMovesToAPostgres15OfAnOrdinaryUserAndBack() throws IOException {
        assumeThat(InstalledPostgres.home(15)).as("PostgreSQL 15 of Debian").exists();
        DatabaseUrl home = TestDatabase.createBare();
        try (var foreign = InstalledPostgres.start(15)) {
            Backup.write(source, file("first"));
            Restore.run(TestDatabase.owner(foreign.url()), file("first"), false);
            long rows = MoveCommand.move(settings(foreign.url()), settings(home), false);

            assertThat(rows).isGreaterThan(20);
        }
        assertThat(tables(TestDatabase.owner(home), "second").stream()
                        .filter(table -> !table.name().equals("backup_taken")))
                .containsExactlyElementsOf(tablesOf(file("first")).stream()
                        .filter(table -> !table.name().equals("backup_taken"))
                        .toList());
    }

    private NurtSettings settings(DatabaseUrl url) {
        return new NurtSettings(0, folder, Optional.of(url), URI.create("http://localhost"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<Manifest.Table> tables(DataSource database, String name) throws IOException {
        Backup.write(database, file(name));
        return tablesOf(file(name));
    }

    private static List<Manifest.Table> tablesOf(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var json = zip.getInputStream(zip.getEntry(Manifest.ENTRY))) {
            return new JsonMapper().readValue(json, Manifest.class).tables();
        }
    }
}
