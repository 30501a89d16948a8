package io.nurt.forecast.world;

/** Every stage has its chance by hand: 10, 30, 50, 70, 90 percent. */
public final class StageTableForecaster implements Forecaster {
    public static final double[] TABLE = {0.1, 0.3, 0.5, 0.7, 0.9};

    @Override
    public String name() {
        return "stage table";
    }

    @Override
    public double[] chances(World world) {
        return world.open().stream().mapToDouble(d -> TABLE[d.stage()]).toArray();
    }
}
