package io.nurt.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of records: UUID version 7, made here so that a record has its id before it is stored. */
public final class Ids {
    private Ids() {}

    /** A new identifier; later ones sort after earlier ones made by this process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
