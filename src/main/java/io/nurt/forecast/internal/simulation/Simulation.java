package io.nurt.forecast.internal.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Draws futures. The same input, number and seed give the same futures on any machine. */
public final class Simulation {
    private static final int PARTS = 16;

    private Simulation() {}

    public static Replicates run(Futures of, int futures, long seed) {
        return run(of, futures, seed, () -> false);
    }

    /** @param cancelled asked now and then; when it says yes, what has been drawn so far is thrown away */
    public static Replicates run(Futures of, int futures, long seed, BooleanSupplier cancelled) {
        Replicates out = new Replicates(futures, of.calendar().months(), of.slots());
        Prepared prepared = Prepared.of(of);
        IntStream.range(0, PARTS).parallel().forEach(p -> {
            int from = (int) ((long) futures * p / PARTS);
            int to = (int) ((long) futures * (p + 1) / PARTS);
            if (from < to && !cancelled.getAsBoolean()) {
                new Part(prepared, out, seed, from, to, cancelled).draw();
            }
        });
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        return out;
    }

    /**
     * The input as the parts look things up in it.
     *
     * @param alike deals whose money goes to the same groups, so that it is written there once for all of them
     * @param terms of the deals' plans; {@code newTerms} of new deals'
     */
    record Prepared(
            Futures of,
            List<int[]> alike,
            WinWeek[] weeks,
            Terms[] terms,
            WinWeek newWeeks,
            Terms newTerms,
            RatioTable[] ratios,
            short[] monthByDay) {

        static Prepared of(Futures of) {
            Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
            Map<BillingPlan, Terms> known = new java.util.HashMap<>();
            Terms[] terms = new Terms[of.deals().size()];
            for (int i = 0; i < terms.length; i++) {
                Futures.Deal deal = of.deals().get(i);
                terms[i] = known.computeIfAbsent(deal.plan(), Terms::of);
                groups.computeIfAbsent(Arrays.stream(deal.slots()).boxed().toList(), s -> new ArrayList<>())
                        .add(i);
            }
            Futures.NewDeals arriving = of.newDeals();
            return new Prepared(
                    of,
                    groups.values().stream()
                            .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                            .toList(),
                    of.deals().parallelStream()
                            .map(deal -> new WinWeek(deal.wonBy(), deal.chance()))
                            .toArray(WinWeek[]::new),
                    terms,
                    arriving == null
                            ? new WinWeek(new float[0][], new double[0])
                            : new WinWeek(arriving.wonBy(), arriving.chance()),
                    Terms.of(arriving == null ? BillingPlan.atOnce(0) : arriving.plan()),
                    RatioTable.of(of.ratio()),
                    of.calendar().monthByDay());
        }
    }

    /** A billing plan in arrays. */
    record Terms(double[] share, int[] afterDays, int netDays, double[] earnedShare, int[] earnedAfter) {
        static Terms of(BillingPlan plan) {
            return new Terms(
                    shares(plan.instalments()),
                    days(plan.instalments()),
                    plan.netDays(),
                    shares(plan.recognised()),
                    days(plan.recognised()));
        }

        private static double[] shares(List<BillingPlan.Instalment> parts) {
            return parts.stream().mapToDouble(BillingPlan.Instalment::share).toArray();
        }

        private static int[] days(List<BillingPlan.Instalment> parts) {
            return parts.stream().mapToInt(BillingPlan.Instalment::afterDays).toArray();
        }
    }
}
