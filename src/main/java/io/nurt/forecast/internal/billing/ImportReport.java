package io.nurt.forecast.internal.billing;

import java.util.List;

/**
 * What became of a file of invoices.
 *
 * @param rows read
 * @param added invoices that are new
 * @param receipts payments that are new
 * @param unchanged lines that say what is known already
 * @param refusedRows lines of which nothing was taken
 * @param refused the first of them, each with its reason in the caller's language
 */
record ImportReport(int rows, int added, int receipts, int unchanged, int refusedRows, List<Line> refused) {
    static final int MOST_SHOWN = 500;

    /** @param line of the file, 1 first */
    record Line(long line, String number, String reason) {}
}
