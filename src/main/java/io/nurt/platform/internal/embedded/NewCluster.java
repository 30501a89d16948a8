package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Makes a cluster beside its place and renames it in, so that a kill halfway leaves nothing that looks finished. */
final class NewCluster {
    private NewCluster() {}

    static void create(Binaries binaries, Unprivileged user, Path cluster, String password, Durability durability)
            throws IOException {
        Path draft = cluster.resolveSibling(cluster.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(draft);
        if (!Binaries.isWindows()) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
        }
        user.own(draft);
        var programs = new Programs(binaries, user, draft);
        List<String> options = new ArrayList<>(List.of(
                "-D",
                draft.toString(),
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Same order and same case rules on every machine; language-aware order is asked for where people look.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.DISPOSABLE) {
            options.add("--no-sync");
        }
        // Nobody ever signs in as the superuser: it loses its password below, after doing what only it can.
        Path secret = draft.resolveSibling("superuser");
        Files.writeString(secret, java.util.UUID.randomUUID().toString());
        try {
            user.own(secret);
            options.add("--pwfile=" + secret);
            programs.run("", "initdb", options.toArray(String[]::new));
        } finally {
            Files.deleteIfExists(secret);
        }
        programs.run("""
                CREATE ROLE nurt LOGIN CREATEROLE CREATEDB PASSWORD '%s'
                CREATE DATABASE nurt OWNER nurt
                ALTER ROLE postgres PASSWORD NULL
                """.formatted(password), "postgres", "--single", "-D", draft.toString(), "postgres");
        Files.createDirectories(draft.resolve("log"));
        user.own(draft.resolve("log"));
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }
}
