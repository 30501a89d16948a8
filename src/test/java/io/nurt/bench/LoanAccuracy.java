package io.nurt.bench;

import io.nurt.bench.AccuracyPart.Mean;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.PeriodRows;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Tier;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.record.ChanceScore;
import io.nurt.forecast.world.Datasets;
import io.nurt.forecast.world.LoanApplications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loan applications of a bank, forecast each Monday as everything was known then. */
final class LoanAccuracy {
    private static final LocalDate FIRST = LocalDate.of(2011, 10, 31);
    private static final int ORIGINS = 13;
    private static final long DAY = 86_400_000L;
    private static final int[] WITHIN = {14, 30};
    private static final String[] WAYS = {"**Nurt**", "stage rate", "stage x age", "naive Bayes"};

    private final AccuracyPart part = new AccuracyPart("4-bpic2012.md", "Real stage history: bpic2012");
    private final History all = LoanApplications.read();
    private final Map<UUID, Trail> trails = new HashMap<>();
    private final Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);

    /** Chances by way, and what came, origin by origin. */
    private static final class Told {
        final List<List<double[]>> chances = new ArrayList<>();
        final List<boolean[]> came = new ArrayList<>();

        Told() {
            for (int w = 0; w < WAYS.length; w++) {
                chances.add(new ArrayList<>());
            }
        }

        ChanceScore pooled(int way) {
            int n = came.stream().mapToInt(c -> c.length).sum();
            double[] chance = new double[n];
            boolean[] outcome = new boolean[n];
            int at = 0;
            for (int o = 0; o < came.size(); o++) {
                for (int i = 0; i < came.get(o).length; i++) {
                    chance[at] = chances.get(way).get(o)[i];
                    outcome[at++] = came.get(o)[i];
                }
            }
            return ChanceScore.of(chance, outcome);
        }

        double[] each(int way, java.util.function.ToDoubleFunction<ChanceScore> score) {
            double[] each = new double[came.size()];
            for (int o = 0; o < each.length; o++) {
                each[o] = score.applyAsDouble(ChanceScore.of(chances.get(way).get(o), came.get(o)));
            }
            return each;
        }
    }

    void measure() throws java.io.IOException {
        all.trails().forEach(trail -> trails.put(trail.dealId(), trail));
        part.line(
                "Loan applications of a bank with their real stage history: approved counts as won, declined and cancelled as"
                        + " lost. Each Monday from " + FIRST + " on (" + ORIGINS
                        + " origins) the model is trained on what had been"
                        + " recorded by then, in daily periods, and tells of every open case whether it is approved within 14 and 30"
                        + " days. The simple ways learn from every past day of every case of which that was known at the origin: counts"
                        + " by stage, counts by stage and age, naive Bayes over stage, age and the model's own columns. Losses are means"
                        + " over all cases; gains are means over origins with their standard error.");
        Told[] told = {new Told(), new Told()};
        int[] open = new int[ORIGINS];
        for (int o = 0; o < ORIGINS; o++) {
            Instant origin =
                    FIRST.plusWeeks(o).atStartOfDay(LoanApplications.ZONE).toInstant();
            open[o] = origin(origin, told);
        }
        part.line("");
        part.line("Open cases at the origins: %s. Tiers: %s.", java.util.Arrays.toString(open), tiers);
        for (int h = 0; h < WITHIN.length; h++) {
            table(WITHIN[h], told[h]);
        }
        part.write();
    }

    private int origin(Instant origin, Told[] told) {
        History then = Datasets.asOf(all, origin);
        Features features = Features.forTraining(then);
        Periods periods = new Periods(then, features, 1);
        PeriodRows rows = periods.rows();
        ForecastModel model = Training.train(rows, StageTable.of(all.table(), 30), 1);
        tiers.merge(model.tier(), 1, Integer::sum);
        List<Periods.Open> open = periods.open();
        for (int h = 0; h < WITHIN.length; h++) {
            int within = WITHIN[h];
            LoanBaselines simple =
                    new LoanBaselines(rows, known(rows, periods, origin, within), LoanApplications.STAGES);
            boolean[] came = new boolean[open.size()];
            double[][] chance = new double[WAYS.length][came.length];
            for (int i = 0; i < came.length; i++) {
                Periods.Open deal = open.get(i);
                came[i] = approved(trail(deal.dealId()), origin.toEpochMilli(), within, Long.MAX_VALUE) == 1;
                chance[0][i] = model.outlook(deal.stage(), deal.age(), deal.x(), within)
                        .wonWithin(within);
                chance[1][i] = simple.byStage(deal.stage());
                chance[2][i] = simple.byStageAndAge(deal.stage(), deal.age());
                chance[3][i] = simple.naiveBayes(deal.stage(), deal.age(), deal.x());
            }
            told[h].came.add(came);
            for (int w = 0; w < WAYS.length; w++) {
                told[h].chances.get(w).add(chance[w]);
            }
        }
        return open.size();
    }

    private Trail trail(UUID id) {
        return java.util.Objects.requireNonNull(trails.get(id));
    }

    private int[] known(PeriodRows rows, Periods periods, Instant origin, int within) {
        long last = origin.toEpochMilli();
        int[] known = new int[rows.size()];
        for (int i = 0; i < known.length; i++) {
            long begin = last - (periods.current() - rows.period(i)) * DAY;
            known[i] = approved(all.trails().get(rows.deal(i)), begin, within, last);
        }
        return known;
    }

    /** 1 approved in time, 0 not, -1 not known by {@code limit}. */
    private static int approved(Trail trail, long from, int within, long limit) {
        Known end = trail.known().get(trail.known().size() - 1);
        boolean closed = end.stage() < 0 && end.recorded() <= limit;
        if (closed) {
            return end.stage() == Known.WON && end.recorded() <= from + within * DAY ? 1 : 0;
        }
        return from + within * DAY <= limit ? 0 : -1;
    }

    private void table(int within, Told told) {
        part.line("");
        part.line("### Approved within %d days", within);
        part.line("");
        part.line("| | Brier | log loss | gain in Brier | gain in log loss | slope | intercept | AUC |");
        part.line("|---|---:|---:|---:|---:|---:|---:|---:|");
        ChanceScore nurt = told.pooled(0);
        boolean better = true;
        for (int w = 0; w < WAYS.length; w++) {
            ChanceScore score = told.pooled(w);
            better &= w == 0 || (nurt.brier() < score.brier() && nurt.logLoss() < score.logLoss());
            part.line(
                    "| %s | %.4f | %.4f | %s | %s | %.2f ± %.2f | %+.2f | %.3f |",
                    WAYS[w],
                    score.brier(),
                    score.logLoss(),
                    w == 0 ? "" : gain(told, w, ChanceScore::brier),
                    w == 0 ? "" : gain(told, w, ChanceScore::logLoss),
                    score.slope(),
                    score.slopeError(),
                    score.intercept(),
                    score.auc());
        }
        part.line("");
        part.line("- Brier and log loss better than all three: %s", AccuracyPart.verdict(better));
        part.line(
                "- slope of calibration between 0.85 and 1.15: %s (%.2f)",
                AccuracyPart.verdict(nurt.slope() >= 0.85 && nurt.slope() <= 1.15), nurt.slope());
    }

    private static Mean gain(Told told, int way, java.util.function.ToDoubleFunction<ChanceScore> score) {
        double[] of = told.each(way, score);
        double[] nurt = told.each(0, score);
        for (int o = 0; o < of.length; o++) {
            of[o] -= nurt[o];
        }
        return Mean.of(of);
    }
}
