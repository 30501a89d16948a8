package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.simulation.Shock;
import java.util.Map;

/**
 * What past forecasts have taught those to come.
 *
 * @param widening by measure; a measure without past forecasts of its own is widened as much as what is booked
 */
public record Corrections(ForecastRecord.ShockSize shock, Map<String, ForecastRecord.Widening> widening) {
    static final String BOOKED = "booked";

    public static final Corrections BELIEVED = new Corrections(shock(Shock.BELIEVED, 0), Map.of());

    public static ForecastRecord.ShockSize shock(double size, int origins) {
        return new ForecastRecord.ShockSize(size, origins, origins >= Shock.ORIGINS_TO_TELL);
    }

    /** What widens ranges of a measure. */
    public Widener widener(String measure) {
        return new Widener(of(measure).factor());
    }

    public ForecastRecord.Widening of(String measure) {
        ForecastRecord.Widening booked = widening.getOrDefault(BOOKED, ForecastRecord.Widening.NONE);
        return widening.getOrDefault(measure, booked);
    }
}
