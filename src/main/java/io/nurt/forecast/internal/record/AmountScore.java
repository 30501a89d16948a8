package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.simulation.Range;
import java.util.List;

/**
 * How good forecasts of amounts were. With {@code A} what came, {@code M} the middle (P50), {@code F} the mean of a forecast:
 *
 * @param n number of forecasts
 * @param wape sum of {@code |M - A|} over sum of {@code A}; 0 is perfect
 * @param bias sum of {@code F - A} over sum of {@code A}; above 0: too much was forecast
 * @param pinball mean over P10, P50 and P90 of {@code max(t (A - Q), (t - 1)(A - Q))} over the mean of {@code A}
 * @param coverage share of what came that lay between P10 and P90, both included; 0.80 is right
 * @param below share below P10; 0.10 is right
 * @param above share above P90; 0.10 is right
 */
public record AmountScore(
        int n, double wape, double bias, double pinball, double coverage, double below, double above) {

    /**
     * One forecast and what came.
     *
     * @param pit share of the forecast's futures that lie below what came
     */
    public record Past(Range forecast, double came, double pit) {
        /** The share is taken from the futures; those equal to what came count half. */
        public static Past of(double[] futures, double came) {
            double below = 0;
            for (double future : futures) {
                below += future < came ? 1 : future == came ? 0.5 : 0;
            }
            return new Past(Range.of(futures), came, below / futures.length);
        }
    }

    public static AmountScore of(List<Past> past) {
        double total = 0;
        double off = 0;
        double bias = 0;
        double pinball = 0;
        double below = 0;
        double above = 0;
        for (Past one : past) {
            double a = one.came();
            Range f = one.forecast();
            total += a;
            off += Math.abs(f.p50() - a);
            bias += f.mean() - a;
            pinball += (pinball(0.1, f.p10(), a) + pinball(0.5, f.p50(), a) + pinball(0.9, f.p90(), a)) / 3;
            below += a < f.p10() ? 1 : 0;
            above += a > f.p90() ? 1 : 0;
        }
        int n = past.size();
        return new AmountScore(
                n, off / total, bias / total, pinball / total, 1 - (below + above) / n, below / n, above / n);
    }

    public static double pinball(double quantile, double forecast, double came) {
        return Math.max(quantile * (came - forecast), (quantile - 1) * (came - forecast));
    }

    /** Where in the forecasts' futures what came lay, counted in so many equal parts: even when ranges are right. */
    public static int[] pit(List<Past> past, int parts) {
        int[] counts = new int[parts];
        for (Past one : past) {
            counts[Math.min(parts - 1, (int) (one.pit() * parts))]++;
        }
        return counts;
    }

    /** WAPE of a way of forecasting that gives one number. */
    public static double wape(double[] forecast, double[] came) {
        double off = 0;
        double total = 0;
        for (int i = 0; i < came.length; i++) {
            off += Math.abs(forecast[i] - came[i]);
            total += came[i];
        }
        return off / total;
    }

    /** Bias of such a way. */
    public static double bias(double[] forecast, double[] came) {
        double off = 0;
        double total = 0;
        for (int i = 0; i < came.length; i++) {
            off += forecast[i] - came[i];
            total += came[i];
        }
        return off / total;
    }
}
