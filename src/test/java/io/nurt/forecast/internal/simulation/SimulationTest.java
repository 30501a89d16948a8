package io.nurt.forecast.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nurt.forecast.world.ManyDeals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int N = 2_000;
    private static final Futures FUTURES = ManyDeals.futures(300, 4);
    private static final Replicates RUN = Simulation.run(FUTURES, N, 1);

    @Test
    void futuresOfOwnersAddUpToThoseOfTheCompanyOneByOne() {
        for (Measure measure : Measure.values()) {
            double[] total = RUN.total(measure, 0, 11);
            double[] sum = new double[N];
            for (int owner = 0; owner < ManyDeals.OWNERS; owner++) {
                double[] own = RUN.slot(owner, measure, 0, 11);
                for (int r = 0; r < N; r++) {
                    sum[r] += own[r];
                }
            }
            for (int r = 0; r < N; r++) {
                assertThat(sum[r]).isCloseTo(total[r], within(1e-4 * (1 + total[r])));
            }
        }
    }

    @Test
    void aTeamDrawnAloneBringsInEveryFutureWhatItBringsAmongAll() {
        List<Futures.Deal> ofTeam =
                FUTURES.deals().stream().filter(deal -> deal.team() == 1).toList();
        double[] alone = Simulation.run(of(ofTeam, null), N, 1).total(Measure.CASH, 0, 11);
        Replicates all = Simulation.run(of(FUTURES.deals(), null), N, 1);
        double[] among = new double[N];
        for (int owner = 1; owner < ManyDeals.OWNERS; owner += 3) {
            double[] own = all.slot(owner, Measure.CASH, 0, 11);
            for (int r = 0; r < N; r++) {
                among[r] += own[r];
            }
        }
        assertThat(ofTeam).hasSizeGreaterThan(50);
        for (int r = 0; r < N; r++) {
            assertThat(among[r]).isCloseTo(alone[r], within(1e-4 * (1 + alone[r])));
        }
    }

    @Test
    void aTeamsLuckIsSharedByItsOwnDealsOnly() {
        Replicates lucky = Simulation.run(shaken(0, 1.5), N, 1);
        // Owners 0 and 3 are of one team, owner 1 of another.
        assertThat(correlation(lucky, 0, 3)).isGreaterThan(0.25);
        assertThat(Math.abs(correlation(lucky, 0, 1))).isLessThan(0.1);
        Replicates common = Simulation.run(shaken(1.5, 0), N, 1);
        assertThat(correlation(common, 0, 1)).isGreaterThan(0.25);
    }

    private static Futures shaken(double shock, double teamShock) {
        return new Futures(
                FUTURES.calendar(),
                FUTURES.draws(),
                FUTURES.deals(),
                List.of(),
                null,
                AmountRatio.none(5),
                shock,
                teamShock,
                FUTURES.slots());
    }

    private static double correlation(Replicates run, int one, int other) {
        double[] a = run.slot(one, Measure.BOOKED, 0, 11);
        double[] b = run.slot(other, Measure.BOOKED, 0, 11);
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int r = 0; r < a.length; r++) {
            ab += (a[r] - meanA) * (b[r] - meanB);
            aa += (a[r] - meanA) * (a[r] - meanA);
            bb += (b[r] - meanB) * (b[r] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void teamsTakeNothingFromTheCompanysRange() {
        for (double[] teams : new double[][] {{7}, {3, 3}, {1, 2, 3, 4}, {0, 0}}) {
            TeamShock shock = TeamShock.of(0.4, teams);
            double sum = Arrays.stream(teams).sum();
            double variance = shock.common() * shock.common();
            for (double team : sum > 0 ? teams : new double[] {1}) {
                variance += shock.team() * shock.team() * Math.pow(team / Math.max(1, sum), 2);
            }
            assertThat(variance).isCloseTo(0.16, within(1e-9));
            TeamShock other = TeamShock.of(0.7, teams);
            assertThat(shock.withWhole(0.7).common()).isCloseTo(other.common(), within(1e-9));
            assertThat(shock.withWhole(0.7).team()).isCloseTo(other.team(), within(1e-9));
        }
    }

    @Test
    void whatAnAdvancePaysForIsEarnedLaterAndInTheEndAsMuchIsEarnedAsBooked() {
        double[] booked = RUN.total(Measure.BOOKED, 0, 0);
        double[] recognised = RUN.total(Measure.RECOGNISED, 0, 0);
        double[] year = RUN.total(Measure.RECOGNISED, 0, 11);
        double[] bookedByOctober = RUN.total(Measure.BOOKED, 0, 7);
        double[] bookedInYear = RUN.total(Measure.BOOKED, 0, 11);
        for (int r = 0; r < N; r++) {
            assertThat(recognised[r]).isLessThanOrEqualTo(0.5 * booked[r] + 1);
            // Service takes sixty days.
            assertThat(year[r])
                    .isGreaterThanOrEqualTo(bookedByOctober[r] * (1 - 1e-4))
                    .isLessThanOrEqualTo(bookedInYear[r] * (1 + 1e-4));
        }
    }

    @Test
    void whatIsEarnedAndRenewedIsKeptUnderAnotherShockAndInCutMonths() {
        Futures with = new Futures(
                FUTURES.calendar(),
                FUTURES.draws(),
                List.of(),
                List.of(),
                null,
                AmountRatio.none(5),
                0.3,
                0.1,
                0,
                List.of(new Futures.Earned(500, 40, new int[0])),
                List.of());
        Futures changed =
                with.withShock(0.5).cutAt(List.of(FUTURES.calendar().start().plusDays(10)));
        assertThat(Simulation.run(changed, 10, 1).total(Measure.RECOGNISED, 0, 12))
                .containsOnly(500);
    }

    @Test
    void theCashFlowIsWhatIsReceivedLessWhatGoesOutInTheSameFuture() {
        Replicates run = Simulation.run(FUTURES, N, 1).less(new Outgoing(0.05, 0.3, false));
        double[] flow = run.total(Measure.CASH_FLOW, 2, 4);
        double[] cash = run.total(Measure.CASH, 2, 4);
        double[] booked = run.total(Measure.BOOKED, 2, 4);
        double[] invoiced = run.total(Measure.INVOICED, 2, 4);
        for (int r = 0; r < N; r++) {
            double net = cash[r] - 0.05 * booked[r] - 0.3 * invoiced[r];
            assertThat(flow[r]).isCloseTo(net, within(1e-6 * cash[r]));
        }
    }

    @Test
    void partsAddUpToTheTotalAndMonthsToTheYear() {
        double[] total = RUN.total(Measure.CASH, 0, 11);
        double[] sum = new double[N];
        for (Component component : Component.values()) {
            for (int month = 0; month < 12; month++) {
                double[] one = RUN.component(component, Measure.CASH, month, month);
                for (int r = 0; r < N; r++) {
                    sum[r] += one[r];
                }
            }
        }
        for (int r = 0; r < N; r++) {
            assertThat(sum[r]).isCloseTo(total[r], within(1e-4 * (1 + total[r])));
        }
    }

    @Test
    void theSameSeedGivesTheSameFuturesOnOneThreadAndOnMany() throws Exception {
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            Replicates again =
                    single.submit(() -> Simulation.run(FUTURES, N, 1)).get();
            assertThat(again.total(Measure.BOOKED, 0, 11)).isEqualTo(RUN.total(Measure.BOOKED, 0, 11));
        } finally {
            single.shutdown();
        }
        assertThat(Simulation.run(FUTURES, N, 2).total(Measure.BOOKED, 0, 11))
                .isNotEqualTo(RUN.total(Measure.BOOKED, 0, 11));
    }

    @Test
    void aDealThatSlipsMovesNothingButItself() {
        Futures.Deal first = FUTURES.deals().get(0);
        Futures.Deal slipped = new Futures.Deal(
                first.key(),
                first.stage(),
                first.team(),
                first.amount(),
                first.chance(),
                first.wonBy(),
                5_000,
                first.plan(),
                first.delay(),
                first.slots());
        List<Futures.Deal> deals = new ArrayList<>(FUTURES.deals());
        deals.set(0, slipped);
        double[] changed = Simulation.run(of(deals, FUTURES.newDeals()), N, 1).total(Measure.BOOKED, 0, 11);
        double[] before = RUN.total(Measure.BOOKED, 0, 11);
        int less = 0;
        for (int r = 0; r < N; r++) {
            assertThat(changed[r]).isLessThanOrEqualTo(before[r] + 1e-4 * before[r]);
            less += changed[r] < before[r] - 1 ? 1 : 0;
        }
        double mean = Arrays.stream(first.chance()).average().orElseThrow();
        assertThat(less / (double) N).isLessThanOrEqualTo(mean + 0.1).isGreaterThan(0);
        for (int owner = 0; owner < ManyDeals.OWNERS; owner++) {
            if (owner != first.slots()[0]) {
                assertThat(Simulation.run(of(deals, FUTURES.newDeals()), N, 1).slot(owner, Measure.BOOKED, 0, 11))
                        .isEqualTo(RUN.slot(owner, Measure.BOOKED, 0, 11));
            }
        }
    }

    private static Futures of(List<Futures.Deal> deals, Futures.@org.jspecify.annotations.Nullable NewDeals arriving) {
        return new Futures(
                FUTURES.calendar(),
                FUTURES.draws(),
                deals,
                FUTURES.claims(),
                arriving,
                FUTURES.ratio(),
                FUTURES.shock(),
                FUTURES.teamShock(),
                FUTURES.slots());
    }

    @Test
    void theMeanIsThatOfChancesTimesAmounts() {
        Futures plain = new Futures(
                FUTURES.calendar(), 4, FUTURES.deals(), List.of(), null, AmountRatio.none(5), 0, 0, FUTURES.slots());
        int months = FUTURES.calendar().months();
        double mean = Arrays.stream(Simulation.run(plain, 8_000, 3).total(Measure.BOOKED, 0, months - 1))
                .average()
                .orElseThrow();
        double expected = 0;
        int week = (int) (FUTURES.calendar().days() / 7);
        for (Futures.Deal deal : FUTURES.deals()) {
            for (float[] by : deal.wonBy()) {
                expected += deal.amount() * by[Math.min(by.length, week) - 1] / 4;
            }
        }
        assertThat(mean).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void veryManyNewDealsKeepTheirMean() {
        double[] means = new double[2];
        for (int i = 0; i < 2; i++) {
            int[] counts = new int[24];
            Arrays.fill(counts, i == 0 ? 100 : 1000);
            Futures.NewDeals n = java.util.Objects.requireNonNull(FUTURES.newDeals());
            var arriving = new Futures.NewDeals(
                    n.key(),
                    Arrivals.fit(counts, 1),
                    n.factors(),
                    n.chance(),
                    n.wonBy(),
                    n.amounts(),
                    n.plan(),
                    n.delay(),
                    n.owners());
            means[i] = Arrays.stream(
                            Simulation.run(of(List.of(), arriving), 3_000, 5).total(Measure.BOOKED, 0, 11))
                    .average()
                    .orElseThrow();
        }
        assertThat(means[1]).isCloseTo(10 * means[0], within(0.03 * means[1]));
    }

    @Test
    void aCancelledRunThrowsAwayWhatItDrew() {
        assertThatThrownBy(() -> Simulation.run(FUTURES, N, 1, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void theSizeOfTheSharedShockIsFoundFromPastQuarters() {
        SplittableRandom random = new SplittableRandom(8);
        List<Shock.Past> past = new ArrayList<>();
        for (int q = 0; q < 80; q++) {
            double came = Math.exp(10 + normal(random) * Math.hypot(0.1, 0.35));
            past.add(new Shock.Past(SimulationTest::quarter, came));
        }
        assertThat(Shock.estimate(past)).isBetween(0.27, 0.43);
        assertThat(Shock.estimate(past.subList(0, 5))).isEqualTo(Shock.BELIEVED);
    }

    /** What a quarter brings under a shock of a size: its logarithm is spread by the shock and by chance. */
    private static double[] quarter(double shock) {
        SplittableRandom random = new SplittableRandom(9);
        return java.util.stream.IntStream.range(0, 500)
                .mapToDouble(i -> Math.exp(10 + normal(random) * Math.hypot(0.1, shock)))
                .toArray();
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
