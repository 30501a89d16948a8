package io.nurt.identity.internal;

import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.platform.Command;
import io.nurt.platform.CommandContext;
import io.nurt.platform.StartRefused;
import io.nurt.platform.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a workspace with its administrator, for scripted installs; beside those that exist, if any do. */
final class AdminCreateCommand implements Command {
    private static final String FROM_STDIN = "--password-stdin";
    private static final Set<String> OPTIONS =
            Set.of("--email", "--name", "--password", "--workspace", "--language", "--currency", "--zone");

    @Override
    public String name() {
        return "admin create";
    }

    @Override
    public String arguments() {
        return "--email E --name N --password P|--password-stdin [--workspace W] [--language en|pl] [--currency PLN]"
                + " [--zone Europe/Warsaw]";
    }

    @Override
    public String help() {
        return "Create a workspace and its administrator";
    }

    @Override
    public boolean run(CommandContext context) {
        Map<String, String> given = options(context.arguments());
        if (given == null || !given.keySet().containsAll(Set.of("--email", "--name", "--password"))) {
            return false;
        }
        String language = given.getOrDefault("--language", "en");
        NewWorkspace draft = new NewWorkspace(
                given.getOrDefault("--workspace", "Nurt"),
                given.getOrDefault("--currency", "pl".equals(language) ? "PLN" : "EUR"),
                given.getOrDefault("--zone", ZoneId.systemDefault().getId()),
                language,
                given.get("--name"),
                given.get("--email"),
                given.get("--password"));
        try {
            Setup.Created created = context.bean(Setup.class).another(draft);
            context.out()
                    .println("Created workspace " + created.workspaceId() + " with administrator "
                            + given.get("--email") + ".");
            return true;
        } catch (Problem refused) {
            Texts texts = context.bean(Texts.class);
            throw new StartRefused("The workspace was not created.", reasons(refused, texts));
        }
    }

    private static String reasons(Problem refused, Texts texts) {
        return refused.errors().stream()
                .map(error -> error.field() + ": "
                        + texts.get(Language.EN, error.code(), error.arguments().toArray()))
                .collect(Collectors.joining("\n"));
    }

    /** Null when they cannot be understood. */
    private static @Nullable Map<String, String> options(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            if (parts[0].equals(FROM_STDIN)) {
                given.put("--password", firstLine());
            } else if (!OPTIONS.contains(parts[0]) || (parts.length == 1 && i + 1 == arguments.size())) {
                return null;
            } else {
                given.put(parts[0], parts.length == 2 ? parts[1] : arguments.get(++i));
            }
        }
        return given;
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
