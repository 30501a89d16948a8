package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.hazard.Outlook;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Replicates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a workspace would have been told at a past moment. Pure work. */
public final class PastOutlook {
    private static final int FUTURES = 1_000;

    private final Workbench.Laid laid;
    private final Standing standing;
    private final List<PastWon> won;
    private final int masked;
    private final Groups groups = new Groups();
    private final List<Futures> inputs;

    PastOutlook(Workbench.Laid laid, Standing standing, List<PastWon> won, int masked) {
        this.laid = laid;
        this.standing = standing;
        this.won = won;
        this.masked = masked;
        this.inputs = Workbench.inputs(laid, groups, Lever.NONE);
    }

    public Instant asOf() {
        return laid.asOf();
    }

    public LocalDate day() {
        return laid.calendar().start();
    }

    public String tier() {
        return laid.tier();
    }

    public int resolved() {
        return laid.resolved();
    }

    /** Open deals whose amount is known only as it ended. */
    public int masked() {
        return masked;
    }

    /** Deals that stood as won. */
    public List<PastWon> won() {
        return won;
    }

    /** The team that somebody's deals are counted in; null for nobody's. */
    public @Nullable UUID teamOf(@Nullable UUID owner) {
        return owner == null ? null : standing.teams.get(owner);
    }

    Groups groups() {
        return groups;
    }

    /**
     * A deal open then.
     *
     * @param amount that forecasts count with; NaN when there was none
     * @param closeOn expected close; null when unknown
     * @param table chance of its stage as put down by the administrator
     * @param wonBy the model's chance of being won by each of the days asked about
     */
    public record Open(
            UUID dealId,
            UUID pipelineId,
            int stage,
            double amount,
            @Nullable UUID owner,
            @Nullable LocalDate closeOn,
            double table,
            double[] wonBy) {}

    /** @param days each included */
    public List<Open> open(List<LocalDate> days) {
        List<Open> open = new ArrayList<>();
        for (Workbench.Part part : laid.parts()) {
            for (Periods.Open deal : part.state().open()) {
                Facts facts = part.facts().get(deal.dealId());
                int close = deal.known().closeDay();
                open.add(new Open(
                        deal.dealId(),
                        part.state().model().pipelineId(),
                        deal.stage(),
                        facts == null ? Double.NaN : facts.amount(),
                        facts == null ? null : facts.owner(),
                        close == Known.NO_DAY ? null : LocalDate.ofEpochDay(close),
                        part.state().history().table()[deal.stage()],
                        wonBy(part, deal, days)));
            }
        }
        return open;
    }

    private double[] wonBy(Workbench.Part part, Periods.Open deal, List<LocalDate> days) {
        int length = part.state().model().periodDays();
        long furthest = days.stream().mapToLong(this::ahead).max().orElse(0);
        Outlook outlook =
                part.state().model().model().outlook(deal.stage(), deal.age(), deal.x(), (int) (furthest / length) + 2);
        return days.stream()
                .mapToDouble(day -> won(outlook, ahead(day) - deal.asleepDays(), length))
                .toArray();
    }

    /** Days from the moment to the end of a day. */
    private long ahead(LocalDate day) {
        return ChronoUnit.DAYS.between(day(), day) + 1;
    }

    /** Between the ends of two periods, linearly. */
    private static double won(Outlook outlook, long ahead, int length) {
        if (ahead <= 0) {
            return 0;
        }
        int whole = (int) (ahead / length);
        double before = outlook.wonWithin(whole);
        return before + (ahead / (double) length - whole) * (outlook.wonWithin(whole + 1) - before);
    }

    /** Futures drawn, with months cut after the days asked about. */
    public static final class Drawn {
        private final Workbench.Laid laid;
        private final Replicates futures;
        private final io.nurt.forecast.internal.simulation.Calendar calendar;

        Drawn(Workbench.Laid laid, Replicates futures, io.nurt.forecast.internal.simulation.Calendar calendar) {
            this.laid = laid;
            this.futures = futures;
            this.calendar = calendar;
        }

        Workbench.Laid laid() {
            return laid;
        }

        Replicates futures() {
            return futures;
        }

        /** Of each future, what comes from the moment on to a day that was asked about, that day included. */
        public double[] until(Measure measure, LocalDate day) {
            int piece = calendar.monthOf(ChronoUnit.DAYS.between(calendar.start(), day));
            return futures.total(measure, 0, piece);
        }
    }

    /** Draws what is told in a snapshot. */
    public Drawn draw(Corrections corrections, BooleanSupplier cancelled) {
        Workbench.Laid corrected =
                new Workbench.Laid(laid.place(), laid.calendar(), laid.asOf(), laid.parts(), laid.cash(), corrections);
        double shock = corrections.shock().size();
        List<Futures> shaken = inputs.stream().map(of -> of.withShock(shock)).toList();
        Replicates drawn = Workbench.draw(shaken, FUTURES, cancelled)
                .less(laid.cash().outflows().outgoing());
        return new Drawn(corrected, drawn, laid.calendar());
    }

    /** Draws totals up to some days, under a shock. */
    public Drawn draw(List<LocalDate> days, double shock, BooleanSupplier cancelled) {
        List<LocalDate> cuts = days.stream().map(day -> day.plusDays(1)).toList();
        List<Futures> shaken =
                inputs.stream().map(of -> of.withShock(shock).cutAt(cuts)).toList();
        return new Drawn(
                laid,
                Workbench.draw(shaken, FUTURES, cancelled),
                laid.calendar().cutAt(cuts));
    }

    Actuals actuals() {
        return new Actuals() {
            @Override
            public Map<YearMonth, Double> of(Measure measure, YearMonth from) {
                return measure == Measure.BOOKED
                        ? byMonth(w -> true)
                        : laid.cash().actual(measure);
            }

            @Override
            public Map<YearMonth, Double> booked(Groups.Group group, YearMonth from) {
                return byMonth(w -> switch (group.kind()) {
                    case "owner" -> group.id().equals(w.owner());
                    case "team" -> w.owner() != null && group.id().equals(standing.teams.get(w.owner()));
                    default ->
                        standing.products.getOrDefault(w.dealId(), List.of()).contains(group.id());
                });
            }
        };
    }

    private Map<YearMonth, Double> byMonth(Predicate<PastWon> which) {
        Map<YearMonth, Double> months = new HashMap<>();
        won.stream().filter(which).forEach(w -> months.merge(YearMonth.from(w.on()), w.amount(), Double::sum));
        return months;
    }
}
