package io.nurt.platform;

import java.time.Duration;

/** Work done again and again by one of the servers on a database, outside any workspace; a bean. */
public interface RecurringJob {
    String name();

    /** From the end of one run to the beginning of the next. */
    Duration every();

    void run();
}
