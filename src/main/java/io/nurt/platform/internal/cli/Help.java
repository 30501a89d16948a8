package io.nurt.platform.internal.cli;

import io.nurt.platform.Command;
import io.nurt.platform.SettingKey;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

final class Help {
    private static final int WIDTH = 28;

    private Help() {}

    static void print(List<Command> commands, PrintStream out) {
        out.println("Usage: nurt COMMAND\n");
        line(out, "serve", "Serve Nurt; also done without any command");
        commands.stream()
                .sorted(Comparator.comparing(Command::name))
                .forEach(command -> line(out, (command.name() + " " + command.arguments()).strip(), command.help()));
        out.println("\nSettings, all optional, from the environment:\n");
        for (SettingKey key : SettingKey.values()) {
            String value = key.defaultValue();
            line(out, key.name(), key.meaning() + (value == null ? "" : " (" + value + ")"));
        }
    }

    private static void line(PrintStream out, String left, String right) {
        out.printf(
                left.length() > WIDTH ? "  %s%n" + " ".repeat(WIDTH + 3) + "%s%n" : "  %-" + WIDTH + "s %s%n",
                left,
                right);
    }
}
