package io.nurt.directory;

import java.util.UUID;

/**
 * Brings the deals along when a company or a contact is merged into another; implemented by the module that holds deals. Called
 * inside a transaction. Every deal is meant, also what the caller does not see and what lies in the trash.
 */
public interface DealMerge {
    /**
     * The deals that name the one now name the other, by one more event each.
     *
     * @param kind company or contact
     * @param batchId the act they belong to
     */
    void repoint(RecordKind kind, UUID from, UUID into, UUID batchId);

    /** The deals of that act that still name the survivor name the former one again. */
    void takeBack(RecordKind kind, UUID from, UUID into, UUID batchId);
}
