package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.Outlook;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.simulation.AmountRatio;
import io.nurt.forecast.internal.simulation.Arrivals;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.TeamShock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a pipeline's state, under a lever, into what futures are drawn from. */
final class FuturesBuilder {
    private static final int DEALS_FOR_FEWER_DRAWS = 1_500;
    private static final int FEWER_DRAWS = 8;

    private final Calendar calendar;
    private final Groups groups;
    private final Cash cash;
    private final double shock;
    private final Teams teams = new Teams();

    FuturesBuilder(Calendar calendar, Groups groups, Cash cash, double shock) {
        this.calendar = calendar;
        this.groups = groups;
        this.cash = cash;
        this.shock = shock;
    }

    /**
     * @param facts by deal; an open deal without facts is not counted
     * @param newAmounts of deals entered lately
     * @param ratio what deals are won for against what they stand at
     * @param newOwners owner and team of deals entered lately, as often as they occur
     */
    Futures futures(
            PipelineState state,
            Map<UUID, Facts> facts,
            double[] newAmounts,
            List<Facts> newOwners,
            AmountRatio ratio,
            WonBefore before,
            Lever lever) {
        ForecastModel model = under(lever, state);
        int draws = state.open().size() > DEALS_FOR_FEWER_DRAWS || state.model().periodDays() == 1
                ? FEWER_DRAWS
                : model.draws();
        double middle = median(facts);
        Learnt learnt = new Learnt(state.history(), cash.renewed());
        // Slots are given out in one thread, before the deals are looked at side by side.
        List<Facts> known = state.open().stream()
                .map(open -> facts.getOrDefault(
                        open.dealId(), new Facts(open.dealId(), Double.NaN, null, null, null, List.of())))
                .toList();
        List<int[]> slots = known.stream()
                .map(f -> groups.slots(f.owner(), f.team(), f.products()))
                .toList();
        int[] team = known.stream().mapToInt(f -> teams.number(f.team())).toArray();
        List<Futures.Deal> deals = IntStream.range(0, known.size())
                .parallel()
                .filter(i -> facts.containsKey(known.get(i).dealId()))
                .mapToObj(i -> deal(
                        model, state, state.open().get(i), known.get(i), slots.get(i), team[i], middle, draws, lever))
                .toList();
        Futures.NewDeals arriving = newDeals(model, state, learnt, newAmounts, newOwners, draws, lever);
        TeamShock shocks = TeamShock.of(shock, worth(deals));
        return new Futures(
                calendar,
                draws,
                deals,
                before.claims(),
                arriving,
                ratio,
                shocks.common(),
                shocks.team(),
                groups.all().size(),
                before.earned(),
                before.renewals());
    }

    /** What deals won before bring: claims, revenue still to be earned, renewals. */
    record WonBefore(List<Futures.Claim> claims, List<Futures.Earned> earned, List<Futures.Renewal> renewals) {
        static final WonBefore NONE = new WonBefore(List.of(), List.of(), List.of());

        static WonBefore of(Workbench.Laid laid, Groups groups) {
            Map<UUID, Integer> openDeals = new HashMap<>();
            for (Workbench.Part part : laid.parts()) {
                for (Facts facts : part.facts().values()) {
                    if (facts.company() != null) {
                        openDeals.merge(facts.company(), 1, Integer::sum);
                    }
                }
            }
            Cash cash = laid.cash();
            return new WonBefore(cash.claims(groups), cash.earned(groups), cash.renewals(groups, openDeals));
        }
    }

    /** By team, what its open deals are worth by their chances. */
    private static double[] worth(List<Futures.Deal> deals) {
        double[] worth =
                new double[1 + deals.stream().mapToInt(Futures.Deal::team).max().orElse(0)];
        for (Futures.Deal deal : deals) {
            worth[deal.team()] +=
                    deal.amount() * Arrays.stream(deal.chance()).average().orElse(0);
        }
        return worth;
    }

    /** Numbered as they come, the same in every pipeline, for a team's luck is the same in all of them. */
    private static final class Teams {
        private final Map<UUID, Integer> numbers = new HashMap<>();

        int number(@Nullable UUID team) {
            return team == null ? 0 : numbers.computeIfAbsent(team, t -> numbers.size() + 1);
        }
    }

    private static ForecastModel under(Lever lever, PipelineState state) {
        int stage = lever.stage() == null ? -1 : state.model().stages().indexOf(lever.stage());
        return stage < 0 ? state.model().model() : state.model().model().times(stage, Exit.ADVANCE, lever.factor());
    }

    /** Stands in for an amount that nobody has put in. */
    private static double median(Map<UUID, Facts> facts) {
        double[] amounts = facts.values().stream()
                .mapToDouble(Facts::amount)
                .filter(a -> a > 0)
                .sorted()
                .toArray();
        return amounts.length == 0 ? 0 : amounts[amounts.length / 2];
    }

    private Futures.Deal deal(
            ForecastModel model,
            PipelineState state,
            Periods.Open open,
            Facts facts,
            int[] slots,
            int team,
            double middle,
            int draws,
            Lever lever) {
        double[] chance = new double[draws];
        float[][] wonBy = new float[draws][];
        List<Outlook> outlooks = model.outlooks(open.stage(), open.age(), open.x(), periods(state));
        for (int d = 0; d < draws; d++) {
            chance[d] = outlooks.get(d).everWon();
            wonBy[d] = weeks(outlooks.get(d), state);
        }
        return new Futures.Deal(
                open.dealId().getLeastSignificantBits() ^ open.dealId().getMostSignificantBits(),
                open.stage(),
                team,
                Double.isNaN(facts.amount()) ? middle : facts.amount(),
                chance,
                wonBy,
                open.asleepDays() + lever.slips().getOrDefault(open.dealId(), 0),
                cash.plan(facts),
                cash.delay(facts.company()),
                slots);
    }

    private int weeks() {
        return (int) (calendar.days() / 7) + 1;
    }

    private int periods(PipelineState state) {
        return weeks() * 7 / state.model().periodDays();
    }

    private float[] weeks(Outlook outlook, PipelineState state) {
        float[] weeks = new float[weeks()];
        int perWeek = 7 / state.model().periodDays();
        for (int w = 0; w < weeks.length; w++) {
            weeks[w] = (float) outlook.wonWithin((w + 1) * perWeek);
        }
        return weeks;
    }

    private Futures.@Nullable NewDeals newDeals(
            ForecastModel model,
            PipelineState state,
            Learnt learnt,
            double[] amounts,
            List<Facts> owners,
            int draws,
            Lever lever) {
        int[] counts = learnt.arrivals();
        if (counts.length == 0 || amounts.length == 0) {
            return null;
        }
        double[] entries = learnt.entries();
        double[] chance = new double[draws];
        float[][] wonBy = new float[draws][weeks()];
        for (int s = 0; s < entries.length; s++) {
            if (entries[s] > 0) {
                List<Outlook> outlooks = model.outlooks(s, 0, model.typical(s, 0), periods(state));
                for (int d = 0; d < draws; d++) {
                    float[] weeks = weeks(outlooks.get(d), state);
                    chance[d] += entries[s] * outlooks.get(d).everWon();
                    for (int w = 0; w < weeks.length; w++) {
                        wonBy[d][w] += (float) (entries[s] * weeks[w]);
                    }
                }
            }
        }
        int first = calendar.month(0).minusMonths(counts.length).getMonthValue();
        int people = (int) owners.stream().map(Facts::owner).distinct().count();
        double[] factors = IntStream.range(0, calendar.months())
                .mapToDouble(m -> lever.arrivals(calendar.month(m), people))
                .toArray();
        List<Futures.Owner> fallTo = owners.stream()
                .map(f -> new Futures.Owner(teams.number(f.team()), groups.slots(f.owner(), f.team(), f.products())))
                .toList();
        return new Futures.NewDeals(
                state.model().pipelineId().getLeastSignificantBits(),
                Arrivals.fit(counts, first),
                factors,
                chance,
                wonBy,
                Arrays.copyOf(amounts, amounts.length),
                cash.plan(null),
                cash.delay(null),
                fallTo);
    }
}
