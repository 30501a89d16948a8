package io.nurt.platform.internal.backup;

import io.nurt.platform.Command;
import io.nurt.platform.CommandContext;
import io.nurt.platform.internal.database.Database;
import java.nio.file.Path;
import java.util.ArrayList;

final class RestoreCommand implements Command {
    private static final String REPLACE = "--replace";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String arguments() {
        return "FILE [" + REPLACE + "]";
    }

    @Override
    public String help() {
        return "Take the data of a backup into an empty database, or in place of what it holds";
    }

    @Override
    public boolean run(CommandContext context) {
        var arguments = new ArrayList<>(context.arguments());
        boolean replace = arguments.remove(REPLACE);
        if (arguments.size() != 1) {
            return false;
        }
        Path file = Path.of(arguments.get(0));
        try (Database database = Database.open(context.settings())) {
            long rows = Restore.run(database.owner(), file, replace);
            context.out().println("Restored " + rows + " rows from " + file + " into " + database.location());
        }
        return true;
    }
}
