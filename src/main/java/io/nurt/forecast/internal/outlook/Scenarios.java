package io.nurt.forecast.internal.outlook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.forecast.internal.hazard.Outlook;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.internal.simulation.Replicates;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What would be if, and which deals stand behind a figure; reads the workspace anew when what it holds is minutes old. */
@Service
class Scenarios {
    private static final int FUTURES = 2_000;
    private static final double MOST_FACTOR = 10;
    private static final int MOST_REPS = 500;
    private static final int MOST_BEHIND = 500;
    private static final double LEAST_CHANCE = 0.001;

    private final Workbench workbench;
    private final OutlookStore store;
    private final Cache<UUID, Workbench.Laid> laid = Caffeine.newBuilder()
            .maximumSize(4)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    Scenarios(Workbench workbench, OutlookStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    private Workbench.Laid laid(Caller caller) {
        Workbench.Laid now = laid.get(caller.workspaceId(), w -> workbench.lay(Instant.now()));
        if (now.parts().isEmpty()) {
            throw new Problem(ForecastProblem.NOT_YET);
        }
        return now;
    }

    /**
     * @throws Problem for somebody who may not see all deals, and for factors and months that make no sense
     */
    OutlookViews.Scenario run(OutlookViews.ScenarioRequest request, Measure measure) {
        Caller caller = Caller.require(Permission.READ);
        if (!caller.visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Lever lever = lever(request);
        Workbench.Laid on = laid(caller);
        Replicates base = workbench.draw(on, new Groups(), Lever.NONE, FUTURES, () -> false);
        Replicates changed = workbench.draw(on, new Groups(), lever, FUTURES, () -> false);
        Map<String, Double> there = there(on, measure);
        List<OutlookViews.ScenarioRow> rows = new ArrayList<>();
        Rows before = new Rows(base, on.calendar(), on.corrections());
        Rows after = new Rows(changed, on.calendar(), on.corrections());
        before.quarters().forEach((label, of) -> {
            double already = there.getOrDefault(label, 0.0);
            rows.add(row(
                    label,
                    with(already, before.totals(measure, of[0], of[1])),
                    with(already, after.totals(measure, of[0], of[1]))));
        });
        return new OutlookViews.Scenario(Rows.code(measure), FUTURES, rows);
    }

    /** What each quarter has already: no lever changes it, and the outlook's figures contain it. */
    private Map<String, Double> there(Workbench.Laid on, Measure measure) {
        YearMonth present = on.calendar().month(0);
        Map<YearMonth, Double> actual = measure == Measure.BOOKED
                ? store.booked(present.minusMonths(2), on.place().zone(), null, null)
                : on.cash().actual(measure);
        Map<String, Double> quarters = new HashMap<>();
        actual.forEach((month, amount) -> quarters.merge(Rows.quarter(month), amount, Double::sum));
        return quarters;
    }

    private static double[] with(double there, double[] futures) {
        return java.util.Arrays.stream(futures).map(f -> there + f).toArray();
    }

    private static OutlookViews.ScenarioRow row(String label, double[] before, double[] after) {
        Range base = Range.of(before);
        Range changed = Range.of(after);
        double[] difference = new double[after.length];
        for (int r = 0; r < difference.length; r++) {
            difference[r] = after[r] - before[r];
        }
        Range change = Range.of(difference);
        return new OutlookViews.ScenarioRow(
                label,
                Rows.money(base.p10()),
                Rows.money(base.p50()),
                Rows.money(base.p90()),
                Rows.money(changed.p10()),
                Rows.money(changed.p50()),
                Rows.money(changed.p90()),
                Rows.money(change.p10()),
                Rows.money(changed.p50() - base.p50()),
                Rows.money(change.p90()));
    }

    private static Lever lever(OutlookViews.ScenarioRequest request) {
        Problem problem = new Problem(CommonProblem.INVALID);
        double stage = factor(problem, "stageFactor", request.stageFactor());
        double arrivals = factor(problem, "arrivalsFactor", request.arrivalsFactor());
        int reps = request.newReps() == null ? 0 : request.newReps();
        if (reps < 0 || reps > MOST_REPS) {
            problem.field("newReps", "common.wrong-type");
        }
        YearMonth arrivalsFrom = month(problem, "arrivalsFrom", request.arrivalsFrom());
        YearMonth repsFrom = month(problem, "newRepsFrom", request.newRepsFrom());
        if (problem.hasFieldErrors()) {
            throw problem;
        }
        return new Lever(
                request.slips() == null ? Map.of() : request.slips(),
                request.stageId(),
                stage,
                arrivals,
                arrivalsFrom == null ? YearMonth.of(2000, 1) : arrivalsFrom,
                reps,
                repsFrom == null ? YearMonth.of(2000, 1) : repsFrom);
    }

    private static double factor(Problem problem, String field, @Nullable Double value) {
        double factor = value == null ? 1 : value;
        if (!(factor > 0 && factor <= MOST_FACTOR)) {
            problem.field(field, "common.wrong-type");
        }
        return factor;
    }

    private static @Nullable YearMonth month(Problem problem, String field, @Nullable String value) {
        try {
            return value == null ? null : YearMonth.parse(value);
        } catch (DateTimeParseException e) {
            problem.field(field, "common.wrong-type");
            return null;
        }
    }

    /** A deal's chance of being won in some months. */
    record Behind(UUID dealId, double amount, double chance) {}

    /**
     * The deals that make up what deals open today bring in a month or quarter, the most valuable first.
     *
     * @param shown the deals that the caller may see; of those come at most five hundred
     */
    @Transactional(readOnly = true)
    public List<Behind> behind(int firstMonth, int lastMonth, Set<UUID> shown) {
        Workbench.Laid on = laid(Caller.require(Permission.READ));
        long from = on.calendar().firstDay(firstMonth);
        long to = on.calendar().firstDay(lastMonth + 1);
        Map<UUID, Behind> behind = new HashMap<>();
        for (Workbench.Part part : on.parts()) {
            int days = part.state().model().periodDays();
            part.state().open().parallelStream()
                    .filter(deal -> part.facts().containsKey(deal.dealId()))
                    .map(deal -> of(part, deal, from, to, days))
                    .toList()
                    .forEach(b -> behind.put(b.dealId(), b));
        }
        return best(behind.values(), shown);
    }

    static List<Behind> best(Collection<Behind> behind, Set<UUID> shown) {
        return behind.stream()
                .filter(b -> b.chance() >= LEAST_CHANCE && shown.contains(b.dealId()))
                .sorted(Comparator.comparingDouble((Behind b) -> -b.chance() * zero(b.amount()))
                        .thenComparing(Behind::dealId))
                .limit(MOST_BEHIND)
                .toList();
    }

    private static double zero(double amount) {
        return Double.isNaN(amount) ? 0 : amount;
    }

    private static Behind of(Workbench.Part part, Periods.Open deal, long from, long to, int days) {
        int horizon = (int) (to / days) + 1;
        Outlook outlook = part.state().model().model().outlook(deal.stage(), deal.age(), deal.x(), horizon);
        double chance = won(outlook, to - deal.asleepDays(), days) - won(outlook, from - deal.asleepDays(), days);
        Facts facts = part.facts().get(deal.dealId());
        return new Behind(deal.dealId(), facts == null ? Double.NaN : facts.amount(), chance);
    }

    private static double won(Outlook outlook, long day, int days) {
        if (day <= 0) {
            return 0;
        }
        int whole = (int) (day / days);
        double before = outlook.wonWithin(whole);
        double after = outlook.wonWithin(whole + 1);
        return before + (day / (double) days - whole) * (after - before);
    }
}
