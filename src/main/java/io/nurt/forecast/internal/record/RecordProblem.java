package io.nurt.forecast.internal.record;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of the track record. */
enum RecordProblem implements ProblemType {
    /** No record was made yet. */
    NO_RECORD_YET(404);

    private final int status;

    RecordProblem(int status) {
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
