package io.nurt.forecast.internal.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices.
 *
 * @param text looked for in numbers, payers and deals
 */
record InvoiceFilter(
        Which which,
        @Nullable UUID companyId,
        @Nullable UUID dealId,
        @Nullable String text) {

    enum Which {
        /** Not paid in full, late or not. */
        OPEN("i.unpaid", true),
        LATE("i.unpaid and i.due_on < :today", true),
        PAID("not i.unpaid and not i.cancelled", false),
        ALL("true", false);

        final String condition;
        /** The next to fall due first; else the newest first. */
        final boolean byDueDay;

        Which(String condition, boolean byDueDay) {
            this.condition = condition;
            this.byDueDay = byDueDay;
        }

        String orderedBy() {
            return byDueDay ? "i.due_on" : "i.issued_on";
        }
    }
}
