package io.nurt.platform.internal.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs Java programs of the tests: as the user who runs the tests, or, where that is root, as nobody. */
record OrdinaryUser(List<String> prefix, String classPath) {
    static final OrdinaryUser OURSELVES = new OrdinaryUser(List.of(), System.getProperty("java.class.path"));

    private static final int NOBODY = 65534;

    /** @param folder given to that user; the libraries are linked into it, since root's own may be closed to others */
    static OrdinaryUser prepare(Path folder) throws IOException {
        Path libraries = folder.resolve("lib");
        Files.createDirectories(libraries);
        List<String> classPath = new ArrayList<>();
        for (String entry : OURSELVES.classPath().split(File.pathSeparator)) {
            Path file = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(file)) {
                classPath.add(file.toString());
            } else if (Files.exists(file) && !file.getFileName().toString().startsWith("driver")) {
                classPath.add(link(file, libraries.resolve(file.getFileName())).toString());
            }
        }
        Files.setAttribute(folder, "unix:uid", NOBODY);
        List<String> prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        return new OrdinaryUser(prefix, classPath.stream().collect(Collectors.joining(File.pathSeparator)));
    }

    boolean canRunJava() throws IOException, InterruptedException {
        return new ProcessBuilder(java("-XX:TieredStopAtLevel=1", OrdinaryUser.class.getName()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    List<String> java(String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Ends well: enough to know that this user can run programs of ours. */
    public static void main(String[] args) {}

    private static Path link(Path file, Path to) throws IOException {
        try {
            return Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException anotherDisk) {
            return Files.copy(file, to);
        }
    }
}
