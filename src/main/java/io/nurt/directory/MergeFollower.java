package io.nurt.directory;

import java.util.UUID;

/**
 * Brings along what other modules keep of a company or a contact when it is merged into another: deals, invoices. Called inside
 * a transaction. Every record is meant, also what the caller does not see and what lies in the trash.
 */
public interface MergeFollower {
    /**
     * What names the one now names the other, by one more event each where the module keeps events.
     *
     * @param kind company or contact
     * @param batchId the act they belong to
     */
    void repoint(RecordKind kind, UUID from, UUID into, UUID batchId);

    /** What that act changed and still names the survivor names the former one again. */
    void takeBack(RecordKind kind, UUID from, UUID into, UUID batchId);
}
