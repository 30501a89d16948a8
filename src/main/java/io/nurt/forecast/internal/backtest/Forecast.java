package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.AmountScore;
import io.nurt.forecast.internal.record.Widener;
import io.nurt.forecast.internal.simulation.Range;
import java.util.Map;

/**
 * One forecast of amounts with what came.
 *
 * @param range as told, widened
 * @param came NaN, like {@code pit}, while the horizon is not over
 * @param others what simpler ways told, by their code; without those that told nothing
 */
record Forecast(Horizon horizon, Range range, double came, double pit, Map<String, Double> others) {

    static Forecast of(Horizon horizon, double[] futures, Widener widener, double came, Map<String, Double> others) {
        double pit = Double.isNaN(came)
                ? Double.NaN
                : AmountScore.Past.of(widener.apply(futures), came).pit();
        return new Forecast(horizon, widener.range(futures), came, pit, others);
    }

    boolean over() {
        return !Double.isNaN(came);
    }

    AmountScore.Past past() {
        return new AmountScore.Past(range, came, pit);
    }
}
