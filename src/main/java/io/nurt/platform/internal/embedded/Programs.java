package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as the user they are allowed to run as. */
record Programs(Binaries binaries, Unprivileged user, Path cluster) {

    /** @throws StartRefused with the end of the program's output when it fails or takes longer than ten minutes */
    void run(String input, String program, String... arguments) throws IOException {
        if (!succeeds(input, program, arguments)) {
            throw new StartRefused(
                    program + " failed: " + tail(output()),
                    "Read " + cluster.resolve("log") + " and correct the cause; the data has not been touched.");
        }
    }

    boolean succeeds(String input, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(List.of(arguments));
        Path output = output();
        var builder = new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                // A file and no pipe: the server inherits it and would keep a pipe open for ever.
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.directory(cluster.resolveSibling("").toFile());
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedWithoutReading) {
            // its exit value tells
        }
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " ran", interrupted);
        }
    }

    private Path output() {
        return cluster.resolveSibling("programs.log");
    }

    static String tail(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
