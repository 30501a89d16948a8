package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.AmountScore;
import io.nurt.forecast.internal.record.ForecastRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How good people's own commitments were: what stood at the start of the second and the third month of a quarter that is over,
 * against what they won in the whole quarter. The quarter's start is left out, for seldom has anybody spoken by then.
 */
final class Commits {
    private static final int MONTHS = 3;

    private Commits() {}

    private static final class Account {
        @Nullable
        String name;

        final List<Double> said = new ArrayList<>();
        final List<Double> came = new ArrayList<>();
        int periods;

        ForecastRecord.CommitRow row(UUID person) {
            double[] told = said.stream().mapToDouble(Double::doubleValue).toArray();
            double[] brought = came.stream().mapToDouble(Double::doubleValue).toArray();
            return new ForecastRecord.CommitRow(
                    person,
                    name,
                    periods,
                    Chances.known(AmountScore.wape(told, brought)),
                    Chances.known(AmountScore.bias(told, brought)));
        }
    }

    static List<ForecastRecord.CommitRow> rows(List<Said> said, Outcomes outcomes, LocalDate today, ZoneId zone) {
        Map<LocalDate, Map<UUID, List<Said>>> quarters = new TreeMap<>();
        said.stream()
                .filter(s -> s.kind().equals("commit") && s.subjectKind().equals("user"))
                .filter(s -> !s.quarter().plusMonths(MONTHS).isAfter(today))
                .forEach(s -> quarters.computeIfAbsent(s.quarter(), q -> new HashMap<>())
                        .computeIfAbsent(s.subject(), u -> new ArrayList<>())
                        .add(s));
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        quarters.forEach((quarter, byPerson) -> byPerson.forEach((person, all) -> {
            LocalDate last = quarter.plusMonths(MONTHS).minusDays(1);
            double came = outcomes.wonIn(quarter, last, o -> person.equals(o.owner()));
            add(accounts.computeIfAbsent(person, p -> new Account()), all, quarter, came, zone);
        }));
        return accounts.entrySet().stream()
                .filter(e -> e.getValue().periods > 0)
                .map(e -> e.getValue().row(e.getKey()))
                .toList();
    }

    private static void add(Account account, List<Said> all, LocalDate quarter, double came, ZoneId zone) {
        int before = account.said.size();
        for (int month = 1; month < MONTHS; month++) {
            Instant at = quarter.plusMonths(month).atStartOfDay(zone).toInstant();
            Said newest = null;
            for (Said one : all) {
                newest = one.at().isAfter(at) ? newest : one;
            }
            if (newest != null) {
                account.name = newest.name();
                account.said.add(newest.amount());
                account.came.add(came);
            }
        }
        account.periods += account.said.size() > before ? 1 : 0;
    }
}
