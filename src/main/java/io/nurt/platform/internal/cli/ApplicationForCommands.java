package io.nurt.platform.internal.cli;

import io.nurt.platform.CommandContext;
import io.nurt.platform.NurtSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Brings up the application for a command that asks for one of its beans, and takes it down afterwards. */
final class ApplicationForCommands implements CommandContext, AutoCloseable {
    /** Set in an application that serves a command: no jobs are done, and the database of a running server is joined. */
    static final String FLAG = "nurt.command";

    private final Class<?> application;
    private final NurtSettings settings;
    private final List<String> arguments;
    private @Nullable ConfigurableApplicationContext context;

    ApplicationForCommands(Class<?> application, NurtSettings settings, List<String> arguments) {
        this.application = application;
        this.settings = settings;
        this.arguments = arguments;
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public NurtSettings settings() {
        return settings;
    }

    @Override
    public <T> T bean(Class<T> type) {
        if (context == null) {
            var spring = new SpringApplication(application);
            spring.setLogStartupInfo(false);
            spring.setDefaultProperties(Map.of("logging.level.root", "warn"));
            // -1: everything of a web application except the port
            context = spring.run("--server.port=-1", "--" + FLAG + "=true", "--logging.level.root=warn");
        }
        return context.getBean(type);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
