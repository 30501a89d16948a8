package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.outlook.PastOutlook;
import io.nurt.forecast.internal.outlook.PastWon;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What simpler ways would have told at one origin, from the same deals. */
final class Baselines {
    private static final int RUN_DAYS = 90;
    private static final double ENOUGH_OF_THEM = 0.8;

    private final PastOutlook outlook;
    private final List<PastOutlook.Open> open;
    private final LocalDate first;
    private final double middle;
    private final Map<UUID, StageRates> rates = new HashMap<>();
    private final Map<Integer, Map<UUID, StageRates.Within>> within = new HashMap<>();

    /** @param first day of the first recording */
    Baselines(PastOutlook outlook, List<PastOutlook.Open> open, Map<UUID, History> histories, LocalDate first) {
        this.outlook = outlook;
        this.open = open;
        this.first = first;
        histories.forEach((pipeline, history) -> rates.put(pipeline, new StageRates(history)));
        double[] amounts = open.stream()
                .mapToDouble(PastOutlook.Open::amount)
                .filter(a -> a > 0)
                .sorted()
                .toArray();
        this.middle = amounts.length == 0 ? 0 : amounts[amounts.length / 2];
    }

    private StageRates.Within within(PastOutlook.Open deal, Horizon horizon) {
        return within.computeIfAbsent(horizon.days(), days -> new HashMap<>())
                .computeIfAbsent(deal.pipelineId(), pipeline -> ratesOf(deal).within(horizon.days()));
    }

    private StageRates ratesOf(PastOutlook.Open deal) {
        StageRates of = rates.get(deal.pipelineId());
        if (of == null) {
            throw new IllegalStateException("no history of pipeline " + deal.pipelineId());
        }
        return of;
    }

    /** The administrator's chance of the stage times the part of wins that come so soon. */
    double tableChance(PastOutlook.Open deal, Horizon horizon) {
        return deal.table() * within(deal, horizon).part();
    }

    double rateChance(PastOutlook.Open deal, Horizon horizon) {
        return within(deal, horizon).rate(deal.stage());
    }

    /** Of what is booked; without ways that tell nothing. */
    Map<String, Double> booked(Horizon horizon, List<PastWon> won, List<Said> said) {
        Map<String, Double> told = new HashMap<>();
        double table = 0;
        double rate = 0;
        for (PastOutlook.Open deal : open) {
            double amount = amount(deal);
            LocalDate close = deal.closeOn();
            if (close == null) {
                table += amount * tableChance(deal, horizon);
                rate += amount * rateChance(deal, horizon);
            } else if (!close.isAfter(horizon.until())) {
                table += amount * deal.table();
                rate += amount * ratesOf(deal).ever(deal.stage());
            }
        }
        told.put("stage_table", table);
        told.put("stage_rate", rate);
        Map<LocalDate, Double> byDay = new HashMap<>();
        won.forEach(w -> byDay.merge(w.on(), w.amount(), Double::sum));
        told.putAll(bySum(horizon, byDay, first));
        if (horizon.code().equals("quarter")) {
            LocalDate quarter = horizon.until().plusDays(1).minusMonths(3);
            double already = sum(byDay, quarter, horizon.from().minusDays(1));
            put(told, "commit", committed(said, quarter, already));
            put(told, "call", called(said, quarter, already));
        }
        return told;
    }

    private double amount(PastOutlook.Open deal) {
        return Double.isNaN(deal.amount()) ? middle : deal.amount();
    }

    private static void put(Map<String, Double> told, String way, @Nullable Double amount) {
        if (amount != null) {
            told.put(way, amount);
        }
    }

    /** What came in the same days a year before, and what comes in as many days by the last ninety. */
    static Map<String, Double> bySum(Horizon horizon, Map<LocalDate, Double> byDay, LocalDate first) {
        Map<String, Double> told = new HashMap<>();
        LocalDate from = horizon.from();
        if (!first.isAfter(from.minusYears(1))) {
            told.put("last_year", sum(byDay, from.minusYears(1), horizon.until().minusYears(1)));
        }
        if (!first.isAfter(from.minusDays(RUN_DAYS))) {
            told.put("run_rate", sum(byDay, from.minusDays(RUN_DAYS), from.minusDays(1)) / RUN_DAYS * horizon.days());
        }
        return told;
    }

    private static double sum(Map<LocalDate, Double> byDay, LocalDate from, LocalDate until) {
        return byDay.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(until))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** What people's newest words of a quarter sum to, less what was won already; null unless those with most deals spoke. */
    private @Nullable Double committed(List<Said> said, LocalDate quarter, double already) {
        Map<UUID, Double> newest = newest(said, quarter, "commit", "user");
        return enough(newest.keySet(), PastOutlook.Open::owner) ? rest(newest, already) : null;
    }

    /** The newest call on the whole; without one, the sum of those on teams. */
    private @Nullable Double called(List<Said> said, LocalDate quarter, double already) {
        Map<UUID, Double> whole = newest(said, quarter, "call", "workspace");
        if (!whole.isEmpty()) {
            return rest(whole, already);
        }
        Map<UUID, Double> teams = newest(said, quarter, "call", "team");
        return enough(teams.keySet(), deal -> outlook.teamOf(deal.owner())) ? rest(teams, already) : null;
    }

    private static double rest(Map<UUID, Double> newest, double already) {
        double all = newest.values().stream().mapToDouble(Double::doubleValue).sum();
        return Math.max(0, all - already);
    }

    private Map<UUID, Double> newest(List<Said> said, LocalDate quarter, String kind, String subject) {
        Instant asOf = outlook.asOf();
        Map<UUID, Double> newest = new HashMap<>();
        for (Said one : said) {
            if (one.quarter().equals(quarter)
                    && one.kind().equals(kind)
                    && one.subjectKind().equals(subject)
                    && !one.at().isAfter(asOf)) {
                newest.put(one.subject(), one.amount());
            }
        }
        return newest;
    }

    private boolean enough(Set<UUID> spoke, Function<PastOutlook.Open, @Nullable UUID> whose) {
        double all = 0;
        double theirs = 0;
        for (PastOutlook.Open deal : open) {
            UUID of = whose.apply(deal);
            all += amount(deal);
            theirs += of != null && spoke.contains(of) ? amount(deal) : 0;
        }
        return !spoke.isEmpty() && theirs >= ENOUGH_OF_THEM * all;
    }
}
