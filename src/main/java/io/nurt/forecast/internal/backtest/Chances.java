package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.ChanceScore;
import io.nurt.forecast.internal.record.ForecastRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chances that were told of open deals, with what came of them. */
final class Chances {
    private static final List<String> METHODS = List.of("nurt", "stage_table", "stage_rate");
    private static final int MOST_BINS = 10;
    private static final int DEALS_IN_A_BIN = 30;

    private record One(double nurt, double table, double rate, boolean came) {
        double of(String method) {
            return switch (method) {
                case "stage_table" -> table;
                case "stage_rate" -> rate;
                default -> nurt;
            };
        }
    }

    private final Map<String, List<One>> byHorizon = new LinkedHashMap<>();

    void add(String horizon, double nurt, double table, double rate, boolean came) {
        byHorizon.computeIfAbsent(horizon, h -> new ArrayList<>()).add(new One(nurt, table, rate, came));
    }

    List<ForecastRecord.ChanceRow> rows() {
        List<ForecastRecord.ChanceRow> rows = new ArrayList<>();
        byHorizon.forEach((horizon, all) -> {
            for (String method : METHODS) {
                ChanceScore score = ChanceScore.of(
                        all.stream().mapToDouble(one -> one.of(method)).toArray(), came(all));
                rows.add(new ForecastRecord.ChanceRow(
                        horizon,
                        method,
                        score.n(),
                        score.brier(),
                        score.logLoss(),
                        known(score.slope()),
                        known(score.intercept())));
            }
        });
        return rows;
    }

    private static boolean[] came(List<One> all) {
        boolean[] came = new boolean[all.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = all.get(i).came();
        }
        return came;
    }

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    List<ForecastRecord.Calibration> calibration() {
        List<ForecastRecord.Calibration> of = new ArrayList<>();
        byHorizon.forEach((horizon, all) -> of.add(new ForecastRecord.Calibration(horizon, bins(all))));
        return of;
    }

    private static List<ForecastRecord.Bin> bins(List<One> all) {
        List<One> sorted =
                all.stream().sorted(Comparator.comparingDouble(One::nurt)).toList();
        int n = sorted.size();
        int bins = Math.max(1, Math.min(MOST_BINS, n / DEALS_IN_A_BIN));
        List<ForecastRecord.Bin> result = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            List<One> in = sorted.subList((int) ((long) n * b / bins), (int) ((long) n * (b + 1) / bins));
            result.add(new ForecastRecord.Bin(
                    in.get(0).nurt(),
                    in.get(in.size() - 1).nurt(),
                    in.size(),
                    in.stream().mapToDouble(One::nurt).average().orElse(0),
                    in.stream().filter(One::came).count() / (double) in.size()));
        }
        return result;
    }
}
