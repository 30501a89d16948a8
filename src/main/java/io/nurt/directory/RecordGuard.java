package io.nurt.directory;

import java.util.UUID;

/**
 * Says whether the caller may see a record of some kind, for what hangs on records of every kind, such as notes. The directory
 * has those of companies and contacts; the module that holds another kind brings its own. Called inside a transaction.
 */
public interface RecordGuard {
    RecordKind kind();

    /** Whether there is such a record and the caller may see it, whether archived or in the trash. */
    boolean sees(UUID id);
}
