package io.nurt.forecast.internal.hazard;

/**
 * Brings chances to what came of them: {@code logit p' = intercept + slope logit p} (Platt), fitted on forecasts of past
 * moments that the model of then made. Held to "no change" by a prior that ten or so deals outweigh.
 *
 * @param slope below 1: the model was too sure
 */
public record Recalibration(double intercept, double slope) {
    public static final Recalibration NONE = new Recalibration(0, 1);

    private static final double INTERCEPT_PRECISION = 4;
    private static final double SLOPE_PRECISION = 25;

    /**
     * @param chance forecast
     * @param outcome 1 won, 0 lost; between: what is believed now of a deal still open
     */
    public static Recalibration fit(double[] chance, double[] outcome) {
        double a = 0;
        double b = 1;
        for (int step = 0; step < 50; step++) {
            double ga = -INTERCEPT_PRECISION * a;
            double gb = -SLOPE_PRECISION * (b - 1);
            double haa = INTERCEPT_PRECISION;
            double hab = 0;
            double hbb = SLOPE_PRECISION;
            for (int i = 0; i < chance.length; i++) {
                double l = Logit.of(chance[i]);
                double p = Logit.inverse(a + b * l);
                double w = p * (1 - p);
                ga += outcome[i] - p;
                gb += (outcome[i] - p) * l;
                haa += w;
                hab += w * l;
                hbb += w * l * l;
            }
            double det = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / det;
            double db = (haa * gb - hab * ga) / det;
            a += da;
            b += db;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new Recalibration(a, b);
    }

    public double apply(double chance) {
        return Logit.inverse(intercept + slope * Logit.of(chance));
    }
}
