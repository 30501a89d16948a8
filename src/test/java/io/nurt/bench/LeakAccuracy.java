package io.nurt.bench;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.record.ChanceScore;
import io.nurt.forecast.world.Datasets;
import io.nurt.forecast.world.HistoryWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A field filled at closing tells how a deal ended: it must not make past forecasts look better. */
final class LeakAccuracy {
    private static final int ORIGINS = 12;
    private static final long SEED = 41_000;

    private final AccuracyPart part = new AccuracyPart("3-leak.md", "A planted leak");

    void measure() throws java.io.IOException {
        part.line("Four stages, ten new deals a week (`HistoryWorld`, seed " + SEED
                + "); the same deals three times: without a"
                + " leak, with source and company filled in by the event that closes a deal, and with these two as an export"
                + " read at the end has them. Forecast at " + ORIGINS
                + " origins, eight weeks apart, of all deals open then.");
        part.line("");
        part.line("| | Brier | log loss | AUC |");
        part.line("|---|---:|---:|---:|");
        ChanceScore none = row("no leak", HistoryWorld.Leak.NONE);
        ChanceScore closing = row("filled at closing, read as recorded", HistoryWorld.Leak.AT_CLOSING);
        row("filled at closing, read as at the end (what Nurt does not do)", HistoryWorld.Leak.FROM_THE_START);
        part.line("");
        part.line(
                "- the leak raises skill by nothing: %s (log loss %.6f and %.6f)",
                AccuracyPart.verdict(closing.equals(none)), none.logLoss(), closing.logLoss());
        part.write();
    }

    private ChanceScore row(String name, HistoryWorld.Leak leak) {
        ChanceScore score = score(HistoryWorld.draw(160, 10, SEED, leak));
        part.line("| %s | %.4f | %.4f | %.3f |", name, score.brier(), score.logLoss(), score.auc());
        return score;
    }

    private static ChanceScore score(History all) {
        List<Double> chance = new ArrayList<>();
        List<Boolean> won = new ArrayList<>();
        for (int o = 0; o < ORIGINS; o++) {
            Instant origin = HistoryWorld.START
                    .plusWeeks(60 + 8L * o)
                    .atStartOfDay(HistoryWorld.ZONE)
                    .toInstant();
            History then = Datasets.asOf(all, origin);
            Periods periods = new Periods(then, Features.forTraining(then), 7);
            ForecastModel model = Training.train(periods.rows(), StageTable.of(all.table(), 13), 1);
            for (Periods.Open deal : periods.open()) {
                Trail trail = all.trails().get((int) deal.dealId().getLeastSignificantBits() & 0xFFFFFF);
                chance.add(model.everWon(deal.stage(), deal.age(), deal.x()));
                won.add(trail.known().get(trail.known().size() - 1).stage() == Known.WON);
            }
        }
        boolean[] came = new boolean[won.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = won.get(i);
        }
        return ChanceScore.of(chance.stream().mapToDouble(Double::doubleValue).toArray(), came);
    }
}
