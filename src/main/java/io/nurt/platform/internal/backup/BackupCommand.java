package io.nurt.platform.internal.backup;

import io.nurt.platform.Command;
import io.nurt.platform.CommandContext;
import io.nurt.platform.internal.database.Database;
import java.nio.file.Path;

final class BackupCommand implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public String help() {
        return "Write all data into one file; the server may go on";
    }

    @Override
    public boolean run(CommandContext context) {
        if (context.arguments().size() != 1) {
            return false;
        }
        Path file = Path.of(context.arguments().get(0));
        try (Database database = Database.join(context.settings())) {
            long rows = Backup.write(database.owner(), file);
            context.out().println("Backed up " + rows + " rows of " + database.location() + " to " + file);
            context.out().println("The key that encrypts second factors is not in it; keep a copy of that apart.");
        }
        return true;
    }
}
