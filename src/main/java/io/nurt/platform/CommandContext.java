package io.nurt.platform;

import java.io.PrintStream;
import java.util.List;

/** What a command is given. */
public interface CommandContext {
    /** What followed the command's name. */
    List<String> arguments();

    PrintStream out();

    NurtSettings settings();

    /**
     * A bean of the whole application, which is brought up for it on first use: without a web port and without doing jobs,
     * on the database of the running server if there is one.
     */
    <T> T bean(Class<T> type);
}
