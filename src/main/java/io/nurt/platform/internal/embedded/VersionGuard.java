package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data folder can be opened by the major version of PostgreSQL that made it and by no other. */
final class VersionGuard {
    private VersionGuard() {}

    static void check(Path folder, Path cluster) throws IOException {
        if (Files.exists(cluster)) {
            Path file = cluster.resolve("PG_VERSION");
            String found = Files.exists(file) ? Files.readString(file).strip() : "none";
            if (!found.equals(Binaries.MAJOR)) {
                throw refused(cluster, found);
            }
            return;
        }
        try (var others = Files.newDirectoryStream(folder, entry -> Files.exists(entry.resolve("PG_VERSION")))) {
            for (Path other : others) {
                if (!other.getFileName().toString().endsWith(".new")) {
                    throw refused(
                            other, Files.readString(other.resolve("PG_VERSION")).strip());
                }
            }
        }
    }

    private static StartRefused refused(Path cluster, String found) {
        List<String> way = List.of(
                "Start the version of Nurt that made it and run \"nurt backup FILE\";",
                "then give this version an empty folder with NURT_DATA, run \"nurt restore FILE\" and start.",
                "The old folder stays as it is.");
        return new StartRefused(
                "The database in " + cluster + " is of PostgreSQL " + found + ", this version of Nurt brings "
                        + Binaries.MAJOR + ".",
                String.join(" ", way));
    }
}
