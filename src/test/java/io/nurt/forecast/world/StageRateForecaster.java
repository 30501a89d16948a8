package io.nurt.forecast.world;

import java.util.List;

/** Of the closed deals that reached a stage, the share won, drawn towards the share of all with the weight of ten deals. */
public final class StageRateForecaster implements Forecaster {
    private static final double PSEUDO = 10;

    @Override
    public String name() {
        return "shrunk stage rate";
    }

    @Override
    public double[] chances(World world) {
        List<Closed> closed = Closed.of(world);
        double won = closed.stream().filter(Closed::won).count();
        double overall = (won + 1) / (closed.size() + 2);
        double[] rate = new double[world.stages()];
        for (int s = 0; s < rate.length; s++) {
            int stage = s;
            double reached =
                    closed.stream().filter(c -> c.lastStage(world) >= stage).count();
            rate[s] = (won + PSEUDO * overall) / (reached + PSEUDO);
        }
        return world.open().stream().mapToDouble(d -> rate[d.stage()]).toArray();
    }
}
