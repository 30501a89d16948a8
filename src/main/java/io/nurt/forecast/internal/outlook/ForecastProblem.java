package io.nurt.forecast.internal.outlook;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of the outlook. */
enum ForecastProblem implements ProblemType {
    /** Nothing was simulated yet. */
    NOT_YET(404),
    /** The quarter lies outside the snapshot. */
    NO_SUCH_QUARTER(404);

    private final int status;

    ForecastProblem(int status) {
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
