package io.nurt.forecast.internal.record;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Simple ways to tell what a period will bring, which a forecast has to beat. Amounts are in the workspace's currency. */
public final class RevenueBaselines {
    private static final double DEALS = 10;

    private RevenueBaselines() {}

    /**
     * A deal open at the forecast.
     *
     * @param closesIn whether its expected close lies in the period (or is unknown)
     */
    public record Open(int stage, double amount, boolean closesIn) {}

    /** What is expected to close in the period, each amount times the chance of its stage. */
    public static double weighted(List<Open> open, double[] chanceByStage) {
        return open.stream()
                .filter(Open::closesIn)
                .mapToDouble(deal -> deal.amount() * chanceByStage[deal.stage()])
                .sum();
    }

    /**
     * Of the closed deals that reached a stage, the share won, drawn towards the share of all with the weight of ten deals.
     *
     * @param reached closed deals that reached each stage
     * @param won of them
     */
    public static double[] stageRates(double[] reached, double[] won) {
        double all = reached.length == 0 ? 0 : (won[0] + 1) / (reached[0] + 2);
        double[] rates = new double[reached.length];
        for (int s = 0; s < rates.length; s++) {
            rates[s] = (won[s] + DEALS * all) / (reached[s] + DEALS);
        }
        return rates;
    }

    /** What the same months brought a year before; NaN where they are not all known. */
    public static double lastYear(Map<YearMonth, Double> won, YearMonth from, int months) {
        return sum(won, from.minusYears(1), months);
    }

    /** What as many months before the period brought, on average of the last three; NaN where they are not all known. */
    public static double runRate(Map<YearMonth, Double> won, YearMonth from, int months) {
        return sum(won, from.minusMonths(3), 3) / 3 * months;
    }

    private static double sum(Map<YearMonth, Double> won, YearMonth from, int months) {
        double sum = 0;
        for (int m = 0; m < months; m++) {
            Double month = won.get(from.plusMonths(m));
            if (month == null) {
                return Double.NaN;
            }
            sum += month;
        }
        return sum;
    }
}
