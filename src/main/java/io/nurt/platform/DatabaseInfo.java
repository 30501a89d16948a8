package io.nurt.platform;

import java.time.Instant;
import java.util.Optional;

/** What an administrator wants to know about the database; a bean. */
public interface DatabaseInfo {
    enum Kind {
        EMBEDDED,
        EXTERNAL
    }

    Kind kind();

    /** The folder of an embedded database, or the address of an external one without its password. */
    String location();

    /** Of PostgreSQL, for instance {@code 18.6}. */
    String version();

    /** When data was last backed up with {@code nurt backup}; empty if never. */
    Optional<Instant> lastBackup();
}
