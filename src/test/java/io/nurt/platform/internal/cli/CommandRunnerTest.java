package io.nurt.platform.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.NurtApplication;
import io.nurt.platform.DatabaseInfo;
import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.SettingKey;
import io.nurt.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

class CommandRunnerTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void stopListening() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void helpNamesEveryCommandAndSetting() {
        assertThat(run("help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("serve", "backup FILE", "restore FILE", "move postgres://")
                .contains(List.of(SettingKey.values()).stream().map(Enum::name).toList());
    }

    @Test
    void anUnknownCommandShowsTheKnownOnes() {
        assertThat(run("bakcup", "file")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("backup FILE");
    }

    @Test
    void aMisusedCommandShowsItsUse() {
        assertThat(run("backup")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage: nurt backup FILE");
    }

    @Test
    void aCommandThatCannotBeDoneSaysWhyAndWhatToDo() {
        assertThat(run("move", "postgres://ada@db/crm")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("gives a user without a password")
                .doesNotContain("\tat ");
    }

    @Test
    void aCommandGetsBeansOfAnApplicationWithoutAPort() {
        DatabaseUrl url = TestDatabase.create();
        System.setProperty(
                "NURT_DATABASE_URL",
                "postgres://" + url.user() + ":" + url.password() + "@" + url.host() + ":" + url.port() + "/"
                        + url.database());
        var settings = new NurtSettings(0, Path.of("unused"), Optional.of(url), URI.create("http://localhost"));
        try (var context = new ApplicationForCommands(NurtApplication.class, settings, List.of())) {
            assertThat(context.bean(DatabaseInfo.class).kind()).isEqualTo(DatabaseInfo.Kind.EXTERNAL);
            assertThat(context.bean(Environment.class).getProperty("local.server.port", Integer.class))
                    .isNegative();
        } finally {
            System.clearProperty("NURT_DATABASE_URL");
        }
    }

    private static int run(String... words) {
        return CommandRunner.run(NurtApplication.class, List.of(words));
    }
}
