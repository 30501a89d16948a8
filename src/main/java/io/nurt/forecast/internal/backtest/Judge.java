package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.billing.DayCame;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.outlook.PastOutlook;
import io.nurt.forecast.internal.outlook.PastWon;
import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Shock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Sets what would have been told at one origin against what came. Pure work. */
final class Judge {
    private static final int DAYS_OF_INVOICES = 60;

    private final Came came;
    private final Chances chances;
    private final Lessons lessons;

    /**
     * What is known now.
     *
     * @param money by day, in their order
     * @param first day of the first recording
     * @param end last day of which it is known what new deals brought
     */
    record Came(
            Outcomes outcomes, List<Said> said, List<DayCame> money, LocalDate first, LocalDate today, LocalDate end) {
        /** Whether all that a horizon brought is known. */
        boolean over(Horizon horizon) {
            return !horizon.until().isAfter(end);
        }
    }

    Judge(Came came, Chances chances, Lessons lessons) {
        this.came = came;
        this.chances = chances;
        this.lessons = lessons;
    }

    /**
     * @param moneyThen invoices and receipts of the origin's day and later that were recorded by then: nobody need forecast them
     */
    Judged judge(
            UUID snapshotId,
            PastOutlook outlook,
            Map<UUID, History> histories,
            List<DayCame> moneyThen,
            Corrections corrections,
            BooleanSupplier cancelled) {
        List<Horizon> horizons = Horizon.of(outlook.day());
        List<LocalDate> days = horizons.stream().map(Horizon::until).toList();
        List<PastOutlook.Open> open = outlook.open(days);
        Baselines baselines = new Baselines(outlook, open, histories, came.first());
        chances(horizons, open, baselines);
        List<Measure> measures =
                kept(outlook) ? List.of(Measure.BOOKED, Measure.INVOICED, Measure.CASH) : List.of(Measure.BOOKED);
        Then then = new Then(outlook, open, moneyThen);
        PastOutlook.Drawn drawn = outlook.draw(days, corrections.shock().size(), cancelled);
        Map<String, List<Forecast>> forecasts = new LinkedHashMap<>();
        for (Measure measure : measures) {
            List<Forecast> of = new ArrayList<>();
            for (Horizon horizon : horizons) {
                of.add(Forecast.of(
                        horizon,
                        drawn.until(measure, horizon.until()),
                        corrections.widener(code(measure)),
                        then.came(measure, horizon),
                        others(measure, horizon, outlook, baselines)));
            }
            forecasts.put(code(measure), of);
        }
        horizons.stream()
                .filter(h -> h.code().equals(Horizon.TEACHING) && came.over(h))
                .forEach(h -> learn(h, outlook, measures, then, cancelled));
        return new Judged(
                snapshotId,
                outlook.asOf(),
                outlook.tier(),
                outlook.resolved(),
                open.size(),
                outlook.masked(),
                forecasts);
    }

    private static String code(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    /** Whether invoices had been kept for a while: before that, nothing is known of what was invoiced. */
    private boolean kept(PastOutlook outlook) {
        LocalDate before = outlook.day().minusDays(DAYS_OF_INVOICES);
        return came.money().stream().anyMatch(d -> d.invoiced() != 0 && d.day().isBefore(before));
    }

    private void chances(List<Horizon> horizons, List<PastOutlook.Open> open, Baselines baselines) {
        for (int h = 0; h < horizons.size(); h++) {
            Horizon horizon = horizons.get(h);
            for (PastOutlook.Open deal : horizon.over(came.today()) ? open : List.<PastOutlook.Open>of()) {
                Outcome outcome = came.outcomes().of(deal.dealId());
                if (outcome != null) {
                    chances.add(
                            horizon.code(),
                            deal.wonBy()[h],
                            baselines.tableChance(deal, horizon),
                            baselines.rateChance(deal, horizon),
                            outcome.wonBy(horizon.until()));
                }
            }
        }
    }

    /** What had come by the origin, so that the rest can be told. */
    private final class Then {
        private final Set<UUID> won;
        private final Set<UUID> open;
        private final List<DayCame> money;

        Then(PastOutlook outlook, List<PastOutlook.Open> open, List<DayCame> money) {
            this.won = outlook.won().stream().map(PastWon::dealId).collect(Collectors.toSet());
            this.open = open.stream().map(PastOutlook.Open::dealId).collect(Collectors.toSet());
            this.money = money;
        }

        /** NaN while the horizon is not over. */
        double came(Measure measure, Horizon horizon) {
            if (!came.over(horizon)) {
                return Double.NaN;
            }
            if (measure == Measure.BOOKED) {
                return came.outcomes().came(horizon, won, open, o -> true);
            }
            ToDoubleFunction<DayCame> which = measure == Measure.CASH ? DayCame::received : DayCame::invoiced;
            return sum(horizon, which, came.money()) - sum(horizon, which, money);
        }

        private static double sum(Horizon horizon, ToDoubleFunction<DayCame> which, List<DayCame> days) {
            return days.stream()
                    .filter(d -> !d.day().isBefore(horizon.from()) && !d.day().isAfter(horizon.until()))
                    .mapToDouble(which)
                    .sum();
        }
    }

    private Map<String, Double> others(Measure measure, Horizon horizon, PastOutlook outlook, Baselines baselines) {
        if (measure == Measure.BOOKED) {
            return baselines.booked(horizon, outlook.won(), came.said());
        }
        Map<LocalDate, Double> byDay = new HashMap<>();
        for (DayCame day : came.money()) {
            if (day.day().isBefore(horizon.from())) {
                byDay.put(day.day(), measure == Measure.CASH ? day.received() : day.invoiced());
            }
        }
        return Baselines.bySum(horizon, byDay, came.money().get(0).day());
    }

    /** Keeps what later origins learn from: the futures under all shocks. */
    private void learn(
            Horizon horizon, PastOutlook outlook, List<Measure> measures, Then then, BooleanSupplier cancelled) {
        List<PastOutlook.Drawn> byShock = new ArrayList<>();
        for (double shock : Shock.grid()) {
            byShock.add(outlook.draw(List.of(horizon.until()), shock, cancelled));
        }
        Map<String, Lessons.Told> told = new HashMap<>();
        for (Measure measure : measures) {
            double[][] futures = byShock.stream()
                    .map(drawn -> drawn.until(measure, horizon.until()))
                    .toArray(double[][]::new);
            told.put(code(measure), new Lessons.Told(futures, then.came(measure, horizon)));
        }
        lessons.add(new Lessons.Lesson(horizon.until(), told));
    }
}
