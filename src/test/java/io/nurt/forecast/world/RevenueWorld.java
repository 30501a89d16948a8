package io.nurt.forecast.world;

import io.nurt.forecast.internal.simulation.AmountRatio;
import io.nurt.forecast.internal.simulation.Arrivals;
import io.nurt.forecast.internal.simulation.BillingPlan;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.internal.simulation.Shock;
import io.nurt.forecast.internal.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The world of revenue ranges: quarters with so many open deals each, whose wins have a shock in common that nobody sees, whose
 * amounts change until they are won, and to which new deals come. The size of the shock, the change of amounts and the arrivals
 * are estimated from the quarters before, never given.
 */
public final class RevenueWorld {
    private static final double SHOCK = 0.35;
    private static final double MODEL_ERROR = 0.15;
    private static final int FUTURES = 2_000;
    private static final int REMEMBERED = 60;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final int openDeals;

    public RevenueWorld(int openDeals, long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.openDeals = openDeals;
    }

    /** What was forecast for one quarter, and what came; {@code pit}: the share of futures below what came. */
    public record Quarter(Range forecast, double came, double shock, double pit) {}

    private record Seen(List<Futures.Deal> deals, int newDeals, double came) {}

    /** So many quarters, the first {@code warm} of which only teach. */
    public List<Quarter> run(int warm, int scored) {
        List<Seen> past = new ArrayList<>();
        List<Shock.Past> forShock = new ArrayList<>();
        List<AmountRatio.Seen> ratios = new ArrayList<>();
        List<Quarter> quarters = new ArrayList<>();
        for (int q = 0; q < warm + scored; q++) {
            AmountRatio ratio = AmountRatio.fit(ratios, 1);
            int[] counts = past.stream().mapToInt(Seen::newDeals).toArray();
            double shock = Shock.estimate(lately(forShock));
            Seen now = quarter(q, ratios);
            Map<Double, double[]> futures = new HashMap<>();
            int origin = q;
            Shock.Past asPast = new Shock.Past(
                    s -> futures.computeIfAbsent(s, t -> futures(now.deals(), ratio, counts, t, origin)), now.came());
            if (q >= warm) {
                double[] all = futures(now.deals(), ratio, counts, shock, q);
                double below =
                        java.util.Arrays.stream(all).filter(f -> f < now.came()).count();
                quarters.add(new Quarter(Range.of(all), now.came(), shock, below / all.length));
            }
            past.add(now);
            forShock.add(asPast);
        }
        return quarters;
    }

    private static List<Shock.Past> lately(List<Shock.Past> all) {
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }

    private Seen quarter(int number, List<AmountRatio.Seen> ratios) {
        double shock = SHOCK * normal.sample();
        double error = MODEL_ERROR * normal.sample();
        List<Futures.Deal> deals = new ArrayList<>();
        double came = 0;
        for (int i = 0; i < openDeals; i++) {
            double chance = beta(1.6, 3);
            double amount = Math.exp(9.5 + normal.sample());
            deals.add(deal(number * 1000L + i, shifted(chance, error), amount));
            if (random.nextDouble() < shifted(chance, shock)) {
                double log = -0.05 + 0.25 * normal.sample();
                ratios.add(new AmountRatio.Seen(0, log));
                came += amount * Math.exp(log);
            }
        }
        int arrived =
                PoissonSampler.of(random, 12 * Math.exp(0.25 * normal.sample())).sample();
        for (int i = 0; i < arrived; i++) {
            double amount = Math.exp(9 + normal.sample());
            came += random.nextDouble() < 0.18 ? amount : 0;
        }
        return new Seen(deals, arrived, came);
    }

    private double beta(double a, double b) {
        double x = AhrensDieterMarsagliaTsangGammaSampler.of(random, a, 1).sample();
        double y = AhrensDieterMarsagliaTsangGammaSampler.of(random, b, 1).sample();
        return x / (x + y);
    }

    private static double shifted(double chance, double by) {
        return 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + by)));
    }

    private static Futures.Deal deal(long key, double chance, double amount) {
        return new Futures.Deal(
                key,
                0,
                0,
                amount,
                new double[] {chance},
                new float[][] {{(float) chance}},
                0,
                BillingPlan.atOnce(14),
                new PaymentDelays(List.of()).of(null, null),
                new int[0]);
    }

    /** Amounts of new deals and their chance are known here from many quarters, as they are in a running pipeline. */
    private double[] futures(List<Futures.Deal> deals, AmountRatio ratio, int[] counts, double shock, int origin) {
        double[] amounts = new double[400];
        var own = ZigguratSampler.NormalizedGaussian.of(RandomSource.SPLIT_MIX_64.create(origin));
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.exp(9 + own.sample());
        }
        var arriving = new Futures.NewDeals(
                0,
                Arrivals.fit(counts.length == 0 ? new int[] {12} : counts, 1),
                new double[] {1},
                new double[] {0.18},
                new float[][] {{0.18f}},
                amounts,
                BillingPlan.atOnce(14),
                new PaymentDelays(List.of()).of(null, null),
                List.of());
        var calendar = new Calendar(LocalDate.of(2026, 1, 1), 2);
        var input = new Futures(
                calendar,
                1,
                deals,
                List.of(),
                new Futures.NewDeals(
                        0,
                        arriving.arrivals(),
                        new double[] {1, 0},
                        arriving.chance(),
                        arriving.wonBy(),
                        arriving.amounts(),
                        arriving.plan(),
                        arriving.delay(),
                        List.of()),
                ratio,
                shock,
                0,
                0);
        return Simulation.run(input, FUTURES, origin).total(Measure.BOOKED, 0, 1);
    }
}
