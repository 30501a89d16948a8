package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.hazard.Logit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good chances were. With {@code p} a chance and {@code y} 1 where it came true, else 0:
 *
 * @param n number of chances
 * @param brier mean of {@code (p - y)^2}; 0 is perfect, 0.25 is what "one half" always gets
 * @param logLoss mean of {@code -y ln p - (1 - y) ln(1 - p)}, chances kept a millionth off 0 and 1
 * @param intercept of the logistic regression of {@code y} on {@code logit p}; below 0: chances were too high
 * @param slope of it; below 1: chances were too sure of themselves; NaN where all came true, or none
 * @param slopeError standard error of the slope
 * @param auc chance that of two deals, one won and one not, the won one had the higher chance; NaN where there are no such two
 */
public record ChanceScore(
        int n, double brier, double logLoss, double intercept, double slope, double slopeError, double auc) {

    /**
     * Chances of about the same size.
     *
     * @param forecast their mean
     * @param came the share of them that came true
     */
    public record Bin(int n, double forecast, double came) {}

    public static ChanceScore of(double[] chance, boolean[] came) {
        double brier = 0;
        double loss = 0;
        for (int i = 0; i < chance.length; i++) {
            double y = came[i] ? 1 : 0;
            double p = Math.min(1 - 1e-6, Math.max(1e-6, chance[i]));
            brier += (p - y) * (p - y);
            loss -= Math.log(came[i] ? p : 1 - p);
        }
        double[] line = line(chance, came);
        return new ChanceScore(
                chance.length,
                brier / chance.length,
                loss / chance.length,
                line[0],
                line[1],
                line[2],
                auc(chance, came));
    }

    /** How much of a baseline's loss is saved: {@code 1 - loss / baseline}. */
    public static double skill(double loss, double baseline) {
        return 1 - loss / baseline;
    }

    /** Groups of at least so many chances, from the lowest to the highest: the curve of what came against what was told. */
    public static List<Bin> bins(double[] chance, boolean[] came, int most, int least) {
        Integer[] order = ordered(chance);
        int bins = Math.max(1, Math.min(most, chance.length / least));
        List<Bin> result = new ArrayList<>();
        for (int b = 0; b < bins && chance.length > 0; b++) {
            int from = (int) ((long) chance.length * b / bins);
            int to = (int) ((long) chance.length * (b + 1) / bins);
            double forecast = 0;
            double share = 0;
            for (int i = from; i < to; i++) {
                forecast += chance[order[i]] / (to - from);
                share += came[order[i]] ? 1.0 / (to - from) : 0;
            }
            result.add(new Bin(to - from, forecast, share));
        }
        return result;
    }

    private static Integer[] ordered(double[] chance) {
        return IntStream.range(0, chance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> chance[i]))
                .toArray(Integer[]::new);
    }

    /** Logistic regression on the log-odds, by Newton's method. */
    private static double[] line(double[] chance, boolean[] came) {
        int won = (int) IntStream.range(0, came.length).filter(i -> came[i]).count();
        double spread = Arrays.stream(chance).max().orElse(0)
                - Arrays.stream(chance).min().orElse(0);
        if (won == 0 || won == came.length || spread < 1e-9) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        double a = 0;
        double b = 1;
        double variance = Double.NaN;
        for (int step = 0; step < 60; step++) {
            double ga = 0;
            double gb = 0;
            double haa = 1e-9;
            double hab = 0;
            double hbb = 1e-9;
            for (int i = 0; i < chance.length; i++) {
                double l = Logit.of(chance[i]);
                double p = Logit.inverse(a + b * l);
                double w = p * (1 - p);
                ga += (came[i] ? 1 : 0) - p;
                gb += ((came[i] ? 1 : 0) - p) * l;
                haa += w;
                hab += w * l;
                hbb += w * l * l;
            }
            double det = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / det;
            double db = (haa * gb - hab * ga) / det;
            double size = Math.min(1, 2 / (Math.abs(da) + Math.abs(db) + 1e-12));
            a += size * da;
            b += size * db;
            variance = haa / det;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new double[] {a, b, Math.sqrt(variance)};
    }

    /** By ranks (Mann and Whitney), equal chances sharing theirs. */
    private static double auc(double[] chance, boolean[] came) {
        Integer[] order = ordered(chance);
        double ranks = 0;
        double won = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && chance[order[to]] == chance[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (came[order[i]]) {
                    ranks += (from + 1 + to) / 2.0;
                    won++;
                }
            }
            from = to;
        }
        double lost = order.length - won;
        return won == 0 || lost == 0 ? Double.NaN : (ranks - won * (won + 1) / 2) / (won * lost);
    }
}
