package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.record.RevenueBaselines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What plain counting tells of a pipeline at its history's moment: the share of deals won by the stage they were seen in, ever and
 * within so many days, drawn towards the share of all with the weight of ten deals; and when wins come.
 */
final class StageRates {
    private static final double DEALS = 10;
    private static final int QUARTER = 91;
    private static final int SETTLED = 180;
    private static final long DAY = 86_400_000L;

    private final History history;
    private final double[] ever;

    StageRates(History history) {
        this.history = history;
        int stages = history.stages().size();
        double[] reached = new double[stages];
        double[] won = new double[stages];
        for (Trail trail : history.trails()) {
            int last = trail.known().get(trail.known().size() - 1).stage();
            int furthest = trail.known().stream().mapToInt(Known::stage).max().orElse(-1);
            if (furthest < 0 || last != Known.WON && last != Known.LOST) {
                continue;
            }
            for (int s = 0; s < (last == Known.WON ? stages : furthest + 1); s++) {
                reached[s]++;
                won[s] += last == Known.WON ? 1 : 0;
            }
        }
        this.ever = RevenueBaselines.stageRates(reached, won);
    }

    double ever(int stage) {
        return ever[stage];
    }

    /** Shares within some days. */
    Within within(int days) {
        return new Within(days);
    }

    final class Within {
        private final double[] rates;
        private final double part;

        Within(int days) {
            int stages = history.stages().size();
            double[] seen = new double[stages];
            double[] won = new double[stages];
            double ofWins = 0;
            double wins = 0;
            long now = history.asOf().toEpochMilli();
            for (long moment : moments()) {
                for (Trail trail : history.trails()) {
                    int stage = at(trail, moment);
                    if (stage < 0) {
                        continue;
                    }
                    boolean soon = at(trail, moment + days * DAY) == Known.WON;
                    if (moment + days * DAY <= now) {
                        seen[stage]++;
                        won[stage] += soon ? 1 : 0;
                    }
                    if (moment + SETTLED * DAY <= now && at(trail, now) == Known.WON) {
                        wins++;
                        ofWins += soon ? 1 : 0;
                    }
                }
            }
            double all = (sum(won) + 1) / (sum(seen) + 4);
            this.rates = new double[stages];
            for (int s = 0; s < stages; s++) {
                rates[s] = (won[s] + DEALS * all) / (seen[s] + DEALS);
            }
            double believed = Math.min(1, days / (double) QUARTER);
            this.part = (ofWins + DEALS * believed) / (wins + DEALS);
        }

        /** Of deals seen in a stage, the share won within the days. */
        double rate(int stage) {
            return rates[stage];
        }

        /** Of deals that are won some time, the share won within the days from when they were looked at. */
        double part() {
            return part;
        }
    }

    private static double sum(double[] of) {
        return java.util.Arrays.stream(of).sum();
    }

    /** Starts of months before the history's moment. */
    private List<Long> moments() {
        long first = history.trails().stream()
                .mapToLong(t -> t.known().get(0).recorded())
                .min()
                .orElse(Long.MAX_VALUE);
        LocalDate month = LocalDate.ofInstant(history.asOf(), history.zone()).withDayOfMonth(1);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < Origins.MOST; i++) {
            month = month.minusMonths(1);
            long moment = month.atStartOfDay(history.zone()).toInstant().toEpochMilli();
            if (moment < first) {
                break;
            }
            moments.add(moment);
        }
        return moments;
    }

    /** Where a deal stood, as recorded by a moment; {@link Known#ELSEWHERE} before it was there. */
    private static int at(Trail trail, long moment) {
        int stage = Known.ELSEWHERE;
        for (Known known : trail.known()) {
            if (known.recorded() > moment) {
                break;
            }
            stage = known.stage();
        }
        return stage;
    }
}
