package io.nurt.platform.internal.cli;

import io.nurt.platform.Command;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.settings.SettingsReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Finds the command a person asked for and runs it. */
public final class CommandRunner {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private CommandRunner() {}

    public static void main(Class<?> application, String[] args) {
        List<String> words = List.of(args);
        if (words.isEmpty() || words.get(0).equals("serve") || isOption(words.get(0))) {
            var spring = new SpringApplication(application);
            spring.setMainApplicationClass(application);
            spring.run(words.stream().filter(word -> !word.equals("serve")).toArray(String[]::new));
            return;
        }
        System.exit(run(application, words));
    }

    static int run(Class<?> application, List<String> words) {
        LoggingSystem logging = LoggingSystem.get(CommandRunner.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.flywaydb", LogLevel.ERROR);
        List<Command> commands =
                SpringFactoriesLoader.loadFactories(Command.class, CommandRunner.class.getClassLoader());
        String asked = String.join(" ", words) + " ";
        Optional<Command> command = commands.stream()
                .filter(each -> asked.startsWith(each.name() + " "))
                .max(Comparator.comparingInt(each -> each.name().length()));
        if (command.isEmpty()) {
            boolean wantsHelp = List.of("help", "--help", "-h").contains(words.get(0));
            Help.print(commands, wantsHelp ? System.out : System.err);
            return wantsHelp ? 0 : MISUSED;
        }
        return run(
                application, command.get(), words.subList(command.get().name().split(" ").length, words.size()));
    }

    private static int run(Class<?> application, Command command, List<String> arguments) {
        try {
            NurtSettings settings = SettingsReader.read(new StandardEnvironment());
            try (var context = new ApplicationForCommands(application, settings, arguments)) {
                if (command.run(context)) {
                    return 0;
                }
                System.err.println("Usage: nurt " + command.name() + " " + command.arguments());
                return MISUSED;
            }
        } catch (RuntimeException failed) {
            if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof StartRefused refused) {
                say(refused);
            } else if (failed instanceof StartRefused refused) {
                say(refused);
            } else {
                failed.printStackTrace(System.err);
            }
            return FAILED;
        }
    }

    private static void say(StartRefused refused) {
        System.err.println(refused.getMessage());
        System.err.println(refused.wayOut());
    }

    private static boolean isOption(String word) {
        return word.startsWith("--") && !word.equals("--help");
    }
}
