package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.reading.Refusal;
import io.nurt.exchange.internal.reading.RefusalReason;

/**
 * What tells that two rows are of one record.
 *
 * @param text the same in both
 * @param shown what the row itself says, for a person to recognise
 * @param copied why the later row does not go in
 */
record RowKey(String text, String shown, RefusalReason copied) {
    static RowKey id(String id) {
        return new RowKey("id:" + id, id, RefusalReason.DUPLICATE_ID);
    }

    static RowKey email(String email) {
        return new RowKey("email:" + email.toLowerCase(java.util.Locale.ROOT), email, RefusalReason.DUPLICATE_EMAIL);
    }

    /** @param folded what names are compared by, and whatever else must agree */
    static RowKey name(String name, String folded) {
        return new RowKey("name:" + folded, name, RefusalReason.DUPLICATE_NAME);
    }

    Refusal copyOf(long line) {
        return copied.with(shown, line);
    }
}
