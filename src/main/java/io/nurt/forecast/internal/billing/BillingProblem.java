package io.nurt.forecast.internal.billing;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals around invoices and their import. */
enum BillingProblem implements ProblemType {
    /** Another invoice has that number. */
    NUMBER_TAKEN(409),
    /** The invoice is cancelled, so nothing can be received for it. */
    INVOICE_CANCELLED(409),
    /** What should be taken back has been changed since. */
    UNDO_OVERTAKEN(409),
    /** The file has no first line that names its columns, or lacks some that are needed. */
    COLUMNS_MISSING(422),
    /** The file holds more than is taken at once. */
    FILE_TOO_LARGE(422),
    /** The file is not a text in columns. */
    FILE_UNREADABLE(422);

    private final int status;

    BillingProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "forecast." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
