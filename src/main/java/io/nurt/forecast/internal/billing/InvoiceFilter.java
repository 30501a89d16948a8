package io.nurt.forecast.internal.billing;

import java.util.List;
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
        OPEN("open", "i.unpaid", true),
        LATE("late", "i.unpaid and i.due_on < :today", true),
        PAID("paid", "not i.unpaid and not i.cancelled", false),
        ALL("all", "true", false),
        NOT_LATE("due", "i.unpaid and i.due_on >= :today", true),
        LATE_30("30", lateBy(1, 30), true),
        LATE_60("60", lateBy(31, 60), true),
        LATE_90("90", lateBy(61, 90), true),
        LATE_LONGER("older", "i.unpaid and i.due_on < cast(:today as date) - 90", true);

        /** The parts of what is owed, by lateness. */
        static final List<Which> AGEING = List.of(NOT_LATE, LATE_30, LATE_60, LATE_90, LATE_LONGER);

        final String code;
        final String condition;
        /** The next to fall due first; else the newest first. */
        final boolean byDueDay;

        Which(String code, String condition, boolean byDueDay) {
            this.code = code;
            this.condition = condition;
            this.byDueDay = byDueDay;
        }

        private static String lateBy(int days, int atMost) {
            return "i.unpaid and i.due_on between cast(:today as date) - %d and cast(:today as date) - %d"
                    .formatted(atMost, days);
        }

        String orderedBy() {
            return byDueDay ? "i.due_on" : "i.issued_on";
        }
    }
}
