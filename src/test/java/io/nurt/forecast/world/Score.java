package io.nurt.forecast.world;

/** How good chances are against what came: lower is better. */
public record Score(double brier, double logLoss) {
    public static Score of(double[] chance, boolean[] won) {
        double brier = 0;
        double loss = 0;
        for (int i = 0; i < chance.length; i++) {
            double p = Math.min(1 - 1e-6, Math.max(1e-6, chance[i]));
            brier += (p - (won[i] ? 1 : 0)) * (p - (won[i] ? 1 : 0));
            loss -= Math.log(won[i] ? p : 1 - p);
        }
        return new Score(brier / chance.length, loss / chance.length);
    }
}
