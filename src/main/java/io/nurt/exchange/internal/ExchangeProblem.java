package io.nurt.exchange.internal;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of this module. */
public enum ExchangeProblem implements ProblemType {
    /** No row of the file can be used; the detail says why. */
    FILE_UNREADABLE(422),
    /** An import takes so many files. */
    TOO_MANY_FILES(422),
    /** The import has begun: its files and settings are fixed. */
    NOT_A_DRAFT(409),
    /** The import is not in a state in which this can be done. */
    NOT_NOW(409),
    /** Nothing in the files is to be brought in. */
    NOTHING_TO_IMPORT(422),
    /** A column that a record cannot be without is not mapped. */
    COLUMN_MISSING(422),
    /** There is no column of that name to export. */
    NO_SUCH_COLUMN(422);

    private final int status;

    ExchangeProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "exchange." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
