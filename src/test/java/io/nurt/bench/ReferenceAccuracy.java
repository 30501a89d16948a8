package io.nurt.bench;

import io.nurt.bench.AccuracyPart.Mean;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.Tier;
import io.nurt.forecast.internal.record.ChanceScore;
import io.nurt.forecast.world.ClosedLogisticForecaster;
import io.nurt.forecast.world.Forecaster;
import io.nurt.forecast.world.NaiveBayesForecaster;
import io.nurt.forecast.world.NurtForecaster;
import io.nurt.forecast.world.ReferenceWorld;
import io.nurt.forecast.world.StageRateForecaster;
import io.nurt.forecast.world.StageTableForecaster;
import io.nurt.forecast.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The reference world at four sizes: Nurt's model and four simpler ways on the same draws. */
final class ReferenceAccuracy {
    private static final int WITHIN = 13;

    private record Size(int weeks, double rate, int draws, double brierTarget, long firstSeed) {}

    private static final List<Size> SIZES = List.of(
            new Size(26, 2, 96, Double.NaN, 21_000),
            new Size(40, 4, 96, 0.200, 22_000),
            new Size(78, 6, 60, 0.185, 23_000),
            new Size(104, 16, 40, 0.195, 24_000));

    private final List<Forecaster> baselines = List.of(
            new StageTableForecaster(),
            new StageRateForecaster(),
            new NaiveBayesForecaster(),
            new ClosedLogisticForecaster());
    private final AccuracyPart part = new AccuracyPart("1-reference.md", "Chance of winning: the reference world");

    /** Scores of one way of forecasting, draw by draw, and all its chances. */
    private static final class Scores {
        final double[] brier;
        final double[] logLoss;
        final List<Double> chances = new ArrayList<>();

        Scores(int draws) {
            brier = new double[draws];
            logLoss = new double[draws];
        }

        void add(int draw, double[] chance, boolean[] came) {
            ChanceScore score = ChanceScore.of(chance, came);
            brier[draw] = score.brier();
            logLoss[draw] = score.logLoss();
            for (double p : chance) {
                chances.add(p);
            }
        }

        ChanceScore pooled(List<Boolean> came) {
            boolean[] outcome = new boolean[came.size()];
            for (int i = 0; i < outcome.length; i++) {
                outcome[i] = came.get(i);
            }
            return ChanceScore.of(
                    chances.stream().mapToDouble(Double::doubleValue).toArray(), outcome);
        }
    }

    void measure() throws java.io.IOException {
        part.line(
                "Five stages, four flags that matter and one that does not, activity that comes and goes, a source, and a"
                        + " quality that no model sees (`ReferenceWorld`). Every draw is a pipeline of its own; chances of winning ever"
                        + " are told for the deals open in its last week. Brier and log loss are means over draws with their standard"
                        + " error; a gain is the baseline's loss less Nurt's, draw by draw. Slope, intercept and AUC are taken over all"
                        + " open deals of all draws.");
        for (Size size : SIZES) {
            size(size);
        }
        part.write();
    }

    private void size(Size size) {
        Scores nurt = new Scores(size.draws());
        Scores within = new Scores(size.draws());
        List<Scores> others =
                baselines.stream().map(b -> new Scores(size.draws())).toList();
        List<Boolean> won = new ArrayList<>();
        List<Boolean> wonWithin = new ArrayList<>();
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        double resolved = 0;
        for (int d = 0; d < size.draws(); d++) {
            World world = ReferenceWorld.draw(size.weeks(), size.rate(), size.firstSeed() + d);
            boolean[] came = outcomes(world.open(), Integer.MAX_VALUE, won);
            boolean[] cameWithin = outcomes(world.open(), WITHIN, wonWithin);
            ForecastModel model = NurtForecaster.model(world);
            tiers.merge(model.tier(), 1, Integer::sum);
            resolved += model.basis().resolved();
            nurt.add(
                    d,
                    world.open().stream()
                            .mapToDouble(o -> model.everWon(o.stage(), o.age(), o.x()))
                            .toArray(),
                    came);
            within.add(
                    d,
                    world.open().stream()
                            .mapToDouble(o -> model.outlook(o.stage(), o.age(), o.x(), WITHIN)
                                    .wonWithin(WITHIN))
                            .toArray(),
                    cameWithin);
            for (int b = 0; b < baselines.size(); b++) {
                others.get(b).add(d, baselines.get(b).chances(world), came);
            }
        }
        table(size, nurt, others, won, resolved);
        ChanceScore inTime = within.pooled(wonWithin);
        part.line("");
        part.line(
                "Won within %d weeks: Brier %s, slope %.2f ± %.2f, AUC %.3f. Tiers: %s.",
                WITHIN, Mean.of(within.brier), inTime.slope(), inTime.slopeError(), inTime.auc(), tiers);
        verdicts(size, nurt, others, nurt.pooled(won));
    }

    private static boolean[] outcomes(List<World.Open> open, int within, List<Boolean> all) {
        boolean[] came = new boolean[open.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = open.get(i).won() && open.get(i).wonAfter() < within;
            all.add(came[i]);
        }
        return came;
    }

    private void table(Size size, Scores nurt, List<Scores> others, List<Boolean> won, double resolved) {
        part.line("");
        part.line(
                "### %d weeks, %.0f new deals a week: %.0f closed and %.0f open on average",
                size.weeks(), size.rate(), resolved / size.draws(), (double) won.size() / size.draws());
        part.line("");
        part.line("%d draws, seeds %d to %d.", size.draws(), size.firstSeed(), size.firstSeed() + size.draws() - 1);
        part.line("");
        part.line("| | Brier | log loss | gain in Brier | gain in log loss | slope | intercept | AUC |");
        part.line("|---|---:|---:|---:|---:|---:|---:|---:|");
        row("**Nurt**", nurt, null, won);
        for (int b = 0; b < baselines.size(); b++) {
            row(baselines.get(b).name(), others.get(b), nurt, won);
        }
    }

    private void row(String name, Scores scores, @org.jspecify.annotations.Nullable Scores nurt, List<Boolean> won) {
        ChanceScore all = scores.pooled(won);
        part.line(
                "| %s | %s | %s | %s | %s | %.2f ± %.2f | %+.2f | %.3f |",
                name,
                Mean.of(scores.brier),
                Mean.of(scores.logLoss),
                nurt == null ? "" : gain(scores.brier, nurt.brier),
                nurt == null ? "" : gain(scores.logLoss, nurt.logLoss),
                all.slope(),
                all.slopeError(),
                all.intercept(),
                all.auc());
    }

    private static Mean gain(double[] baseline, double[] nurt) {
        double[] gain = new double[nurt.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = baseline[i] - nurt[i];
        }
        return Mean.of(gain);
    }

    private void verdicts(Size size, Scores nurt, List<Scores> others, ChanceScore all) {
        part.line("");
        if (Double.isNaN(size.brierTarget())) {
            Mean gain = gain(others.get(0).logLoss, nurt.logLoss);
            part.line(
                    "- log loss not worse than the stage table beyond two standard errors: %s",
                    AccuracyPart.verdict(gain.mean() > -2 * gain.error()));
        } else {
            part.line(
                    "- Brier at most %.3f: %s (%.4f)",
                    size.brierTarget(),
                    AccuracyPart.verdict(Mean.of(nurt.brier).mean() <= size.brierTarget()),
                    Mean.of(nurt.brier).mean());
            boolean better = others.stream().allMatch(o -> {
                Mean gain = gain(o.brier, nurt.brier);
                Mean loss = gain(o.logLoss, nurt.logLoss);
                return gain.mean() > 2 * gain.error() && loss.mean() > 2 * loss.error();
            });
            part.line(
                    "- better than each baseline in Brier and in log loss by more than two standard errors: %s",
                    AccuracyPart.verdict(better));
        }
        part.line(
                "- slope of calibration between 0.85 and 1.15: %s (%.2f)",
                AccuracyPart.verdict(all.slope() >= 0.85 && all.slope() <= 1.15), all.slope());
    }
}
