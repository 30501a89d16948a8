package io.nurt.bench;

import io.nurt.forecast.internal.hazard.Column;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.Outlook;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.record.ChanceScore;
import io.nurt.forecast.world.Datasets;
import io.nurt.forecast.world.MavenDeals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deals of which nothing but opening, product and closing is known: a model must not pretend to tell them apart. */
final class MavenAccuracy {
    private static final int WEEKS = 13;

    private final AccuracyPart part = new AccuracyPart("5-maven.md", "Nothing to be known: maven-crm");
    private final History all = MavenDeals.read();

    void measure() throws java.io.IOException {
        Map<UUID, Trail> trails = new HashMap<>();
        all.trails().forEach(trail -> trails.put(trail.dealId(), trail));
        part.line(
                "Deals of a hardware seller. Of each only its opening, its product and its closing were recorded at their time,"
                        + " in one stage. At each month's start every open deal that was closed later gets its chance of being won"
                        + " (rather than lost); skill is one less the ratio of its log loss to that of the share won among the deals"
                        + " closed before. Chances that differ where nothing can be known would show as negative skill.");
        part.line("");
        part.line(
                "| origin | deals | won | told, on average | spread of chances | Brier | of the share | skill in log loss | AUC |");
        part.line("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        double skill = 0;
        List<LocalDate> origins = List.of(
                LocalDate.of(2017, 6, 1),
                LocalDate.of(2017, 7, 1),
                LocalDate.of(2017, 8, 1),
                LocalDate.of(2017, 9, 1),
                LocalDate.of(2017, 10, 1));
        for (LocalDate day : origins) {
            skill += origin(day, trails) / origins.size();
        }
        part.line("");
        part.line(
                "- mean skill between -0.03 and 0.05: %s (%+.3f)",
                AccuracyPart.verdict(skill > -0.03 && skill < 0.05), skill);
        quarterEnd();
        part.write();
    }

    private double origin(LocalDate day, Map<UUID, Trail> trails) {
        Instant moment = day.atStartOfDay(MavenDeals.ZONE).toInstant();
        long until =
                day.plusWeeks(WEEKS).atStartOfDay(MavenDeals.ZONE).toInstant().toEpochMilli();
        History then = Datasets.asOf(all, moment);
        Periods periods = new Periods(then, Features.forTraining(then), 7);
        ForecastModel model = Training.train(periods.rows(), StageTable.of(all.table(), 13), 1);
        double share = (double) model.basis().won() / model.basis().resolved();
        List<Periods.Open> closing = periods.open().stream()
                .filter(deal -> {
                    Known end = end(trails, deal);
                    return end.stage() < 0 && end.recorded() < until;
                })
                .toList();
        double[] chance = new double[closing.size()];
        double[] base = new double[chance.length];
        boolean[] won = new boolean[chance.length];
        for (int i = 0; i < chance.length; i++) {
            Periods.Open deal = closing.get(i);
            Outlook outlook = model.outlook(deal.stage(), deal.age(), deal.x(), WEEKS);
            double in = outlook.wonWithin(WEEKS);
            chance[i] = in / (in + outlook.lostBy()[WEEKS - 1]);
            base[i] = share;
            won[i] = end(trails, deal).stage() == Known.WON;
        }
        ChanceScore score = ChanceScore.of(chance, won);
        ChanceScore plain = ChanceScore.of(base, won);
        AccuracyPart.Mean told = AccuracyPart.Mean.of(chance);
        double came = 0;
        for (boolean one : won) {
            came += one ? 1.0 / won.length : 0;
        }
        double skill = ChanceScore.skill(score.logLoss(), plain.logLoss());
        part.line(
                "| %s | %d | %.3f | %.3f | %.3f | %.4f | %.4f | %+.3f | %.3f |",
                day,
                chance.length,
                came,
                told.mean(),
                told.error() * Math.sqrt(chance.length),
                score.brier(),
                plain.brier(),
                skill,
                score.auc());
        return skill;
    }

    private static Known end(Map<UUID, Trail> trails, Periods.Open deal) {
        Trail trail = java.util.Objects.requireNonNull(trails.get(deal.dealId()));
        return trail.known().get(trail.known().size() - 1);
    }

    /** The model of all the data: how the last weeks of a quarter change the odds of winning against losing. */
    private void quarterEnd() {
        Features features = Features.forTraining(all);
        Periods periods = new Periods(all, features, 7);
        ForecastModel model = Training.train(periods.rows(), StageTable.of(all.table(), 13), 1);
        List<String> names = features.columns().stream().map(Column::name).toList();
        double[] plain = new double[names.size()];
        double[] ends = plain.clone();
        ends[names.indexOf("quarterEnd")] = 1;
        Outlook without = model.outlook(0, 6, plain, 1);
        Outlook with = model.outlook(0, 6, ends, 1);
        double won = with.wonBy()[0] / without.wonBy()[0];
        double lost = with.lostBy()[0] / without.lostBy()[0];
        part.line(
                "- quarter's end found (deals six weeks old): hazard of winning times %.2f, of losing times %.2f: %s",
                won, lost, AccuracyPart.verdict(won > 1.25 && won > lost));
    }
}
