package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.platform.CommandContext;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.StartRefused;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NurtTest
class AdminCreateCommandTest {
    @Autowired
    ApplicationContext beans;

    @Autowired
    NurtSettings settings;

    @LocalServerPort
    int port;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aScriptMakesAWorkspaceWhoseAdministratorSignsIn() {
        String email = Company.newEmail();
        assertThat(run("--email", email, "--name=Anna Nowak", "--password", Company.PASSWORD, "--language", "pl"))
                .isTrue();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Created workspace", email);
        Http.Answer me = new Http(port).post("/session", Map.of("email", email, "password", Company.PASSWORD));
        assertThat(me.text("/user/role")).isEqualTo("administrator");
        assertThat(me.text("/workspace/currency")).isEqualTo("PLN");
        assertThat(me.text("/workspace/language")).isEqualTo("pl");
    }

    @Test
    void thePasswordNeedNotStandInTheListOfProcesses() {
        String email = Company.newEmail();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((Company.PASSWORD + "\nrest").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("--email", email, "--name", "Anna", "--password-stdin"))
                    .isTrue();
        } finally {
            System.setIn(before);
        }
        assertThat(new Http(port)
                        .post("/session", Map.of("email", email, "password", Company.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsMissingOrUnknownShowsTheUsage() {
        assertThat(run("--email", "a@example.com")).isFalse();
        assertThat(run("--email", "a@example.com", "--name", "A", "--password")).isFalse();
        assertThat(run("--email", "a@example.com", "--name", "A", "--password", "x", "--role", "king"))
                .isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> run("--email", "nobody", "--name", "A", "--password", "short", "--currency", "XX"))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.wayOut())
                                .contains("email: ", "password: At least 10 characters.", "currency: "));
    }

    private boolean run(String... arguments) {
        return new AdminCreateCommand().run(new CommandContext() {
            @Override
            public List<String> arguments() {
                return List.of(arguments);
            }

            @Override
            public PrintStream out() {
                return new PrintStream(out, true, StandardCharsets.UTF_8);
            }

            @Override
            public NurtSettings settings() {
                return settings;
            }

            @Override
            public <T> T bean(Class<T> type) {
                return beans.getBean(type);
            }
        });
    }
}
