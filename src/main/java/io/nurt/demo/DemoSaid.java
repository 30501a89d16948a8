package io.nurt.demo;

import io.nurt.demo.DemoWorld.Happening;
import io.nurt.forecast.SaidImport.About;
import io.nurt.forecast.SaidImport.Kind;
import io.nurt.forecast.SaidImport.Quota;
import io.nurt.forecast.SaidImport.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What is asked of the demo company's people, and what they said of a year of quarters, week by week, from what they could know
 * then. Some promise too much, some keep something back; their managers correct them a little.
 */
final class DemoSaid {
    private static final int PAST_QUARTERS = 4;
    private static final double[] SURE = {0, 0, 0.3, 0.75};
    private static final double[] HOPED = {0, 0.25, 0.7, 1};

    private final List<DemoWorld.Person> persons;
    private final DemoForecast.Placed placed;
    private final List<UUID> people;
    private final List<String> reasons;
    private final LocalDate today;
    private final ZoneId zone;
    private final SplittableRandom random;
    private final Map<Integer, Double> temper = new HashMap<>();

    /** @param reasons why a manager counts on another number */
    DemoSaid(
            List<DemoWorld.Person> persons,
            DemoForecast.Placed placed,
            List<String> reasons,
            LocalDate today,
            ZoneId zone,
            long seed) {
        this.persons = persons;
        this.placed = placed;
        this.people = placed.people();
        this.reasons = reasons;
        this.today = today;
        this.zone = zone;
        this.random = new SplittableRandom(seed);
        for (int person : sellers()) {
            temper.put(person, 0.75 + 0.6 * random.nextDouble());
        }
    }

    private List<Integer> sellers() {
        List<Integer> sellers = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            if (!persons.get(i).manager()) {
                sellers.add(i);
            }
        }
        return sellers;
    }

    private int manager(int team) {
        int manager = 0;
        while (!persons.get(manager).manager() || persons.get(manager).team() != team) {
            manager++;
        }
        return manager;
    }

    private LocalDate quarter(int fromNow) {
        return today.withDayOfMonth(1)
                .minusMonths((today.getMonthValue() - 1) % 3)
                .plusMonths(3L * fromNow);
    }

    /** Of this quarter, those of the year before, and the next: a little more than people won on average. */
    List<Quota> quotas() {
        List<Integer> sellers = sellers();
        double won = 0;
        for (int q = -PAST_QUARTERS; q < 0; q++) {
            for (int person : sellers) {
                won += figures(person, quarter(q), at(quarter(q + 1), 0)).won();
            }
        }
        double usual = won / PAST_QUARTERS / sellers.size();
        List<Quota> quotas = new ArrayList<>();
        for (int person : sellers) {
            double share = 0.8 + 0.5 * random.nextDouble();
            for (int q = -PAST_QUARTERS; q <= 1; q++) {
                LocalDate set = quarter(q).minusDays(12);
                quotas.add(new Quota(
                        new About(false, people.get(person)),
                        quarter(q),
                        rounded(usual * share * (1.08 + 0.02 * q), -4),
                        people.get(manager(persons.get(person).team())),
                        at(set.isBefore(today) ? set : today.minusDays(1), 10 * 60)));
            }
        }
        return quotas;
    }

    /** On Mondays people commit, on Tuesdays their managers make the call. */
    List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (int q = -PAST_QUARTERS; q <= 0; q++) {
            LocalDate quarter = quarter(q);
            Map<Integer, Double> committed = new HashMap<>();
            LocalDate monday = quarter.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            for (; monday.isBefore(today) && monday.isBefore(quarter(q + 1)); monday = monday.plusDays(7)) {
                for (int person : sellers()) {
                    if (random.nextInt(100) < 88) {
                        commit(said, committed, person, quarter, monday);
                    }
                }
                if (monday.plusDays(1).isBefore(today)) {
                    for (int team = 0; team < placed.teams().size(); team++) {
                        call(said, committed, team, quarter, monday.plusDays(1));
                    }
                }
            }
        }
        return said;
    }

    private void commit(
            List<Said> said, Map<Integer, Double> committed, int person, LocalDate quarter, LocalDate monday) {
        Instant at = at(monday, 8 * 60 + random.nextInt(150));
        Figures figures = figures(person, quarter, at);
        double sure = figures.won() + figures.sure() * temper.getOrDefault(person, 1.0);
        committed.put(person, sure);
        said.add(person(person, quarter, Kind.COMMIT, sure, figures, at));
        if (random.nextInt(3) == 0) {
            double hoped = Math.max(sure, figures.won() + figures.hoped());
            said.add(person(person, quarter, Kind.BEST_CASE, hoped, figures, at.plusSeconds(40)));
        }
    }

    private Said person(int person, LocalDate quarter, Kind kind, double amount, Figures figures, Instant at) {
        return new Said(
                new About(false, people.get(person)),
                quarter,
                kind,
                rounded(Math.max(amount, figures.won()), -3),
                null,
                rounded(figures.won(), 0),
                people.get(person),
                persons.get(person).name(),
                at);
    }

    private void call(List<Said> said, Map<Integer, Double> committed, int team, LocalDate quarter, LocalDate tuesday) {
        if (random.nextInt(100) < 15 || committed.isEmpty()) {
            return;
        }
        Instant at = at(tuesday, 9 * 60 + random.nextInt(120));
        double won = 0;
        double sum = 0;
        for (int person : sellers()) {
            if (persons.get(person).team() == team) {
                won += figures(person, quarter, at).won();
                sum += committed.getOrDefault(person, 0.0);
            }
        }
        int manager = manager(team);
        said.add(new Said(
                new About(true, placed.teams().get(team)),
                quarter,
                Kind.CALL,
                rounded(won + Math.max(0, sum - won) * (0.8 + 0.25 * random.nextDouble()), -4)
                        .max(rounded(won, -3)),
                reasons.get(random.nextInt(reasons.size())),
                rounded(won, 0),
                people.get(manager),
                persons.get(manager).name(),
                at));
    }

    /** @param sure and {@code hoped}: of what is open and expected to close in the quarter */
    private record Figures(double won, double sure, double hoped) {}

    private Figures figures(int person, LocalDate quarter, Instant at) {
        LocalDate end = quarter.plusMonths(3);
        double won = 0;
        double sure = 0;
        double hoped = 0;
        for (DemoForecast.Sold sold : placed.deals()) {
            Happening now = null;
            for (Happening one : sold.deal().history()) {
                now = one.at().isAfter(at) ? now : one;
            }
            if (now == null || now.owner() != person) {
                continue;
            }
            LocalDate on = now.kind().equals("won") ? LocalDate.ofInstant(now.at(), zone) : now.expectedClose();
            if (on.isBefore(quarter) || !on.isBefore(end)) {
                continue;
            }
            double amount = now.amount().doubleValue();
            if (now.kind().equals("won")) {
                won += amount;
            } else if (now.stage() < SURE.length) {
                sure += SURE[now.stage()] * amount;
                hoped += HOPED[now.stage()] * amount;
            }
        }
        return new Figures(won, sure, hoped);
    }

    private Instant at(LocalDate day, int minute) {
        return day.atTime(LocalTime.MIN.plusMinutes(minute)).atZone(zone).toInstant();
    }

    private static BigDecimal rounded(double amount, int scale) {
        return BigDecimal.valueOf(amount).setScale(scale, RoundingMode.HALF_UP).setScale(0, RoundingMode.HALF_UP);
    }
}
