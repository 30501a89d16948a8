package io.nurt.platform.internal.backup;

import io.nurt.platform.Command;
import io.nurt.platform.CommandContext;
import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** Backup and restore in one, from the database in use to another one; the first stays as it is. */
final class MoveCommand implements Command {
    private static final String REPLACE = "--replace";
    private static final String EMBEDDED = "embedded";

    @Override
    public String name() {
        return "move";
    }

    @Override
    public String arguments() {
        return "postgres://...|" + EMBEDDED + " [" + REPLACE + "]";
    }

    @Override
    public String help() {
        return "Copy all data to another database, to serve from there";
    }

    @Override
    public boolean run(CommandContext context) {
        var arguments = new ArrayList<>(context.arguments());
        boolean replace = arguments.remove(REPLACE);
        if (arguments.size() != 1) {
            return false;
        }
        Optional<DatabaseUrl> to =
                arguments.get(0).equals(EMBEDDED) ? Optional.empty() : Optional.of(DatabaseUrl.parse(arguments.get(0)));
        NurtSettings from = context.settings();
        if (from.database().isEmpty() && to.isEmpty()) {
            throw new StartRefused(
                    "The data is in the embedded database already.",
                    "Set NURT_DATABASE_URL to the database that it shall be taken from.");
        }
        long rows =
                move(from, new NurtSettings(from.port(), from.data(), to, from.publicUrl(), from.secretKey()), replace);
        context.out().println("Copied " + rows + " rows; counts and checksums agree.");
        context.out()
                .println(
                        to.isPresent()
                                ? "Start the server with NURT_DATABASE_URL set to the new address."
                                : "Start the server without NURT_DATABASE_URL.");
        return true;
    }

    static long move(NurtSettings from, NurtSettings to, boolean replace) {
        try {
            Path folder = Files.createTempDirectory("nurt-move");
            Path file = folder.resolve("backup");
            try {
                try (Database source = Database.open(from)) {
                    source.refuseWhileInUse();
                    Backup.write(source.owner(), file);
                }
                try (Database target = Database.open(to)) {
                    return Restore.run(target.owner(), file, replace);
                }
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new StartRefused(
                    "No room for the copy: " + failed.getMessage(), "Free some space in the temporary folder.", failed);
        }
    }
}
