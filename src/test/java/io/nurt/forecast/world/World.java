package io.nurt.forecast.world;

import io.nurt.forecast.internal.hazard.Column;
import io.nurt.forecast.internal.hazard.PeriodRows;
import java.util.List;

/**
 * A made-up pipeline: what was seen of it until a moment, and what came of the deals open then.
 *
 * @param stages number of open stages
 * @param seen rows of all periods before the forecast
 * @param open deals open at the forecast
 */
public record World(int stages, PeriodRows seen, List<Open> open) {

    /**
     * @param deal as in the rows
     * @param wonAfter periods until it was won; negative when it was lost
     */
    public record Open(int deal, int stage, int age, double[] x, double amount, int wonAfter) {
        public boolean won() {
            return wonAfter >= 0;
        }
    }

    public List<Column> columns() {
        return seen.columns();
    }
}
