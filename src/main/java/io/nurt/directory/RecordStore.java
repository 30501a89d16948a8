package io.nurt.directory;

import io.nurt.identity.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where records of one kind are kept; implemented for companies and for contacts. */
interface RecordStore<F> {
    RecordKind kind();

    /** The record if there is one that is visible, whether archived or in the trash. */
    Optional<Loaded<F>> find(UUID id, Visibility visibility);

    /** Locks the row of a visible record until the end of the transaction; false when there is none. */
    boolean lock(UUID id, Visibility visibility);

    void insert(List<NewRecord<F>> records, Origin origin);

    /** Stores the difference and counts the version up. */
    void update(UUID id, F before, F after);

    /** Stores that it was archived, trashed or brought back, and counts the version up. */
    void mark(UUID id, Mark mark);
}
