package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.AmountScore;
import io.nurt.forecast.internal.record.ForecastRecord;
import io.nurt.forecast.internal.simulation.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what was told at all origins and what came into the figures of a record. */
final class Scoreboard {
    static final List<String> OTHERS = List.of("stage_table", "stage_rate", "last_year", "run_rate", "commit", "call");
    private static final int PARTS = 10;

    private Scoreboard() {}

    static Map<String, ForecastRecord.OfMeasure> measures(List<Judged> judged, List<String> measures, double perMonth) {
        Map<String, ForecastRecord.OfMeasure> of = new LinkedHashMap<>();
        for (String measure : measures) {
            List<ForecastRecord.Origin> origins = judged.stream()
                    .filter(j -> j.forecasts().containsKey(measure))
                    .map(j -> origin(j, measure))
                    .toList();
            List<ForecastRecord.AmountRow> amounts = new ArrayList<>();
            List<ForecastRecord.Pit> pit = new ArrayList<>();
            for (String horizon : Horizon.CODES) {
                List<Forecast> over = judged.stream()
                        .flatMap(j -> j.forecasts().getOrDefault(measure, List.of()).stream())
                        .filter(f -> f.over() && f.horizon().code().equals(horizon))
                        .toList();
                if (!over.isEmpty()) {
                    amounts.addAll(amounts(horizon, over, perMonth));
                    pit.add(new ForecastRecord.Pit(horizon, AmountScore.pit(past(over), PARTS)));
                }
            }
            if (!origins.isEmpty() || measure.equals("booked")) {
                of.put(measure, new ForecastRecord.OfMeasure(origins, amounts, pit));
            }
        }
        return of;
    }

    private static List<AmountScore.Past> past(List<Forecast> over) {
        return over.stream().map(Forecast::past).toList();
    }

    private static List<ForecastRecord.AmountRow> amounts(String horizon, List<Forecast> over, double perMonth) {
        List<ForecastRecord.AmountRow> rows = new ArrayList<>();
        AmountScore nurt = AmountScore.of(past(over));
        double independent = Math.max(1, over.size() / Horizon.overlap(horizon) / perMonth);
        // Drawn towards one half by a case on either side, so that "all of them" is not told as certain.
        double share = (nurt.coverage() * independent + 1) / (independent + 2);
        rows.add(new ForecastRecord.AmountRow(
                horizon,
                "nurt",
                over.size(),
                Chances.known(nurt.wape()),
                Chances.known(nurt.bias()),
                Chances.known(nurt.pinball()),
                Chances.known(nurt.coverage()),
                Math.sqrt(share * (1 - share) / independent),
                Chances.known(nurt.wape())));
        for (String other : OTHERS) {
            List<Forecast> told =
                    over.stream().filter(f -> f.others().containsKey(other)).toList();
            if (!told.isEmpty()) {
                double[] forecast =
                        told.stream().mapToDouble(f -> f.others().get(other)).toArray();
                double[] came = told.stream().mapToDouble(Forecast::came).toArray();
                rows.add(new ForecastRecord.AmountRow(
                        horizon,
                        other,
                        told.size(),
                        Chances.known(AmountScore.wape(forecast, came)),
                        Chances.known(AmountScore.bias(forecast, came)),
                        null,
                        null,
                        null,
                        Chances.known(AmountScore.of(past(told)).wape())));
            }
        }
        return rows;
    }

    private static ForecastRecord.Origin origin(Judged judged, String measure) {
        return new ForecastRecord.Origin(
                judged.snapshotId(),
                judged.asOf(),
                judged.tier(),
                judged.resolved(),
                judged.open(),
                judged.forecasts().getOrDefault(measure, List.of()).stream()
                        .map(Scoreboard::horizon)
                        .toList());
    }

    private static ForecastRecord.Horizon horizon(Forecast forecast) {
        Range range = forecast.range();
        Map<String, Double> others = forecast.others();
        return new ForecastRecord.Horizon(
                forecast.horizon().code(),
                forecast.horizon().until(),
                money(range.p10()),
                money(range.p50()),
                money(range.p90()),
                money(range.mean()),
                forecast.over() ? money(forecast.came()) : null,
                Chances.known(forecast.pit()),
                new ForecastRecord.Baselines(
                        money(others.get("stage_table")),
                        money(others.get("stage_rate")),
                        money(others.get("last_year")),
                        money(others.get("run_rate")),
                        money(others.get("commit")),
                        money(others.get("call"))));
    }

    private static @Nullable String money(@Nullable Double amount) {
        return amount == null
                ? null
                : BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
