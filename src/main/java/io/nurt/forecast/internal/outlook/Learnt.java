package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import io.nurt.forecast.internal.simulation.AmountRatio;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a pipeline's history says of amounts and arrivals. */
final class Learnt {
    private static final int MONTHS = 36;
    private static final int LATELY = 12;
    private static final int FIRST_DAYS = 3;
    /** Of fewer days nothing is said. */
    private static final int DAYS_TO_TELL = 14;

    private static final double DAYS_OF_MONTH = 30.4;

    private final History history;
    private final YearMonth present;
    private final Set<UUID> renewed;

    Learnt(History history) {
        this(history, Set.of());
    }

    /** @param renewed deals by which a contract was renewed: arrivals are without them */
    Learnt(History history, Set<UUID> renewed) {
        this.history = history;
        this.renewed = renewed;
        this.present = month(history.asOf().toEpochMilli());
    }

    private YearMonth month(long moment) {
        return YearMonth.from(Instant.ofEpochMilli(moment).atZone(history.zone()));
    }

    /** Final amount against the amount known when each stage was entered, of won deals. */
    AmountRatio ratio() {
        List<AmountRatio.Seen> seen = new ArrayList<>();
        for (Trail trail : history.trails()) {
            List<Known> known = trail.known();
            Known last = known.isEmpty() ? null : known.get(known.size() - 1);
            if (last == null || last.stage() != Known.WON || !(last.amount() > 0)) {
                continue;
            }
            for (Known one : known) {
                if (one.stage() >= 0 && one.transition() && one.amount() > 0) {
                    seen.add(new AmountRatio.Seen(one.stage(), Math.log(last.amount() / one.amount())));
                }
            }
        }
        return AmountRatio.fit(seen, history.stages().size());
    }

    /** New deals per whole month, oldest first, from the first one or {@value #MONTHS} months ago to last month. */
    int[] arrivals() {
        long first = history.trails().stream()
                .filter(t -> !t.known().isEmpty())
                .mapToLong(t -> t.known().get(0).recorded())
                .min()
                .orElse(Long.MAX_VALUE);
        if (first == Long.MAX_VALUE) {
            return new int[0];
        }
        LocalDate begun = LocalDate.ofInstant(Instant.ofEpochMilli(first), history.zone());
        // The month of the first deal is whole only when it came in its first days.
        long months = ChronoUnit.MONTHS.between(month(first), present) - (begun.getDayOfMonth() <= FIRST_DAYS ? 0 : 1);
        if (months < 1) {
            return soFar(begun);
        }
        int[] counts = new int[(int) Math.max(0, Math.min(MONTHS, months))];
        for (Trail trail : history.trails()) {
            if (!trail.known().isEmpty() && trail.known().get(0).stage() >= 0 && !renewed.contains(trail.dealId())) {
                long ago = ChronoUnit.MONTHS.between(month(trail.known().get(0).recorded()), present);
                if (ago >= 1 && ago <= counts.length) {
                    counts[(int) (counts.length - ago)]++;
                }
            }
        }
        return counts;
    }

    /** Before there is a whole month: as many as a month brings at the pace so far; none known of the first days. */
    private int[] soFar(LocalDate begun) {
        long days = ChronoUnit.DAYS.between(begun, LocalDate.ofInstant(history.asOf(), history.zone()));
        if (days < DAYS_TO_TELL) {
            return new int[0];
        }
        long entered = history.trails().stream()
                .filter(t -> !t.known().isEmpty() && t.known().get(0).stage() >= 0 && !renewed.contains(t.dealId()))
                .count();
        return new int[] {(int) Math.round(entered * DAYS_OF_MONTH / days)};
    }

    /** Share of new deals that begin in each stage. */
    double[] entries() {
        double[] entries = new double[history.stages().size()];
        double n = 0;
        for (Trail trail : history.trails()) {
            if (!trail.known().isEmpty() && trail.known().get(0).stage() >= 0) {
                entries[trail.known().get(0).stage()]++;
                n++;
            }
        }
        for (int s = 0; s < entries.length; s++) {
            entries[s] = n == 0 ? (s == 0 ? 1 : 0) : entries[s] / n;
        }
        return entries;
    }

    /** Deals entered in the last year: the numbers of their trails. */
    List<Trail> lately() {
        return history.trails().stream()
                .filter(t -> !t.known().isEmpty()
                        && ChronoUnit.MONTHS.between(month(t.known().get(0).recorded()), present) < LATELY)
                .toList();
    }
}
