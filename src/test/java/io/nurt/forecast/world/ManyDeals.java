package io.nurt.forecast.world;

import io.nurt.forecast.internal.simulation.AmountRatio;
import io.nurt.forecast.internal.simulation.Arrivals;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.forecast.internal.simulation.Replicates;
import io.nurt.forecast.internal.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A company with any number of open deals of ten owners, for measuring and for rules that hold whatever the deals. */
public final class ManyDeals {
    public static final int OWNERS = 10;
    private static final int WEEKS = 53;

    private ManyDeals() {}

    public static Replicates run(Futures futures, int number) {
        return Simulation.run(futures, number, 1);
    }

    public static Futures futures(int open, int draws) {
        SplittableRandom random = new SplittableRandom(61_000);
        PaymentDelay delay = new PaymentDelays(List.of()).of(null, null);
        BillingPlan plan = BillingPlan.deposit(0.3, 60, 14);
        List<Futures.Deal> deals = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            double pace = 0.03 + 0.1 * random.nextDouble();
            double[] chance = new double[draws];
            float[][] wonBy = new float[draws][WEEKS];
            double middle = 0.1 + 0.6 * random.nextDouble();
            for (int d = 0; d < draws; d++) {
                chance[d] = middle * (0.9 + 0.2 * random.nextDouble());
                for (int w = 0; w < WEEKS; w++) {
                    wonBy[d][w] = (float) (chance[d] * (1 - Math.exp(-pace * (w + 1))));
                }
            }
            double amount = Math.exp(8 + 2 * random.nextDouble());
            int owner = random.nextInt(OWNERS);
            deals.add(new Futures.Deal(i, i % 5, owner % 3, amount, chance, wonBy, 0, plan, delay, new int[] {owner}));
        }
        int[] counts = new int[24];
        java.util.Arrays.fill(counts, 40);
        double[] ones = new double[12];
        java.util.Arrays.fill(ones, 1);
        List<Futures.Owner> owners = new ArrayList<>();
        for (int o = 0; o < OWNERS; o++) {
            owners.add(new Futures.Owner(o % 3, new int[] {o}));
        }
        double[] entry = new double[draws];
        float[][] entryBy = new float[draws][WEEKS];
        for (int d = 0; d < draws; d++) {
            entry[d] = 0.3;
            for (int w = 0; w < WEEKS; w++) {
                entryBy[d][w] = (float) (0.3 * (1 - Math.exp(-0.06 * (w + 1))));
            }
        }
        var arriving = new Futures.NewDeals(
                1,
                Arrivals.fit(counts, 1),
                ones,
                entry,
                entryBy,
                new double[] {3000, 8000, 20000},
                plan,
                delay,
                owners);
        return new Futures(
                new Calendar(LocalDate.of(2026, 3, 10), 12),
                draws,
                deals,
                List.of(),
                arriving,
                AmountRatio.fit(List.of(), 5),
                0.3,
                0.15,
                OWNERS);
    }
}
