package io.nurt.platform;

import io.nurt.platform.internal.cli.CommandRunner;

/** The program {@code nurt}: serves unless its first word is another command. */
public final class CommandLine {
    private CommandLine() {}

    /** Returns only while the server serves; every other command ends the process with its exit value. */
    public static void main(Class<?> application, String[] args) {
        CommandRunner.main(application, args);
    }
}
