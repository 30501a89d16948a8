package io.nurt.exchange.internal.imports;

import java.util.Locale;

/** Where an import stands. */
public enum ImportStatus {
    /** Being prepared. */
    DRAFT,
    /** Waiting for a server to take it. */
    QUEUED,
    RUNNING,
    DONE,
    /** Given up after repeated failures; what was written stays and can be taken back, or it is run again and goes on. */
    FAILED,
    /** Stopped by someone; what was written stays and can be taken back, or it is run again and goes on. */
    CANCELLED,
    UNDOING,
    UNDONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
