package io.nurt.forecast.world;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;

/** Nurt's own: trained on the rows of the world. */
public final class NurtForecaster implements Forecaster {
    @Override
    public String name() {
        return "Nurt";
    }

    public static ForecastModel model(World world) {
        return Training.train(world.seen(), StageTable.of(StageTableForecaster.TABLE, 13), 1);
    }

    @Override
    public double[] chances(World world) {
        ForecastModel model = model(world);
        return world.open().stream()
                .mapToDouble(d -> model.everWon(d.stage(), d.age(), d.x()))
                .toArray();
    }
}
