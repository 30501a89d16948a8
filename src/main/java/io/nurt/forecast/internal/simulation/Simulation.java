package io.nurt.forecast.internal.simulation;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws futures. The same input, number and seed give the same futures on any machine. */
public final class Simulation {
    private static final int[] NO_SLOTS = {};
    private static final int PARTS = 64;
    private static final int MOST_NEW_DEALS = 200;
    private static final int DEALS_BETWEEN_LOOKS = 50;

    private final Futures of;
    private final long seed;
    private final int futures;
    private final Replicates out;
    private final short[] monthByDay;
    private final BooleanSupplier cancelled;
    private final WinWeek[][] winWeeks;
    private final RatioTable[] ratios;

    private Simulation(Futures of, int futures, long seed, BooleanSupplier cancelled) {
        this.of = of;
        this.seed = seed;
        this.futures = futures;
        this.out = new Replicates(futures, of.calendar().months(), of.slots());
        this.monthByDay = of.calendar().monthByDay();
        this.cancelled = cancelled;
        this.winWeeks = of.deals().parallelStream()
                .map(deal -> winWeeks(deal.wonBy(), deal.chance()))
                .toArray(WinWeek[][]::new);
        this.ratios = RatioTable.of(of.ratio());
    }

    private static WinWeek[] winWeeks(float[][] wonBy, double[] chance) {
        WinWeek[] weeks = new WinWeek[wonBy.length];
        for (int d = 0; d < weeks.length; d++) {
            weeks[d] = new WinWeek(wonBy[d], chance[d]);
        }
        return weeks;
    }

    public static Replicates run(Futures of, int futures, long seed) {
        return run(of, futures, seed, () -> false);
    }

    /** @param cancelled asked now and then; when it says yes, what has been drawn so far is thrown away */
    public static Replicates run(Futures of, int futures, long seed, BooleanSupplier cancelled) {
        Simulation simulation = new Simulation(of, futures, seed, cancelled);
        IntStream.range(0, PARTS).parallel().forEach(simulation::part);
        if (cancelled.getAsBoolean()) {
            throw new java.util.concurrent.CancellationException("cancelled");
        }
        return simulation.out;
    }

    /** A part of the futures: all deals pass by while the part's totals stay in the processor's cache. */
    private void part(int part) {
        int from = (int) ((long) futures * part / PARTS);
        int to = (int) ((long) futures * (part + 1) / PARTS);
        if (from == to) {
            return;
        }
        double[] common = new double[to - from];
        for (int r = from; r < to; r++) {
            common[r - from] = of.shock() * Dice.normal(Dice.mix(seed, r));
        }
        for (int deal = 0; deal < of.deals().size(); deal++) {
            if (deal % DEALS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                return;
            }
            open(deal, from, to, common);
        }
        for (Futures.Claim claim : of.claims()) {
            claim(claim, from, to);
        }
        Futures.NewDeals arriving = of.newDeals();
        for (int r = from; r < to && arriving != null; r++) {
            arrive(arriving, r, common[r - from]);
        }
    }

    private double teamShock(int team, int future) {
        return of.teamShock() <= 0 ? 0 : of.teamShock() * Dice.normal(Dice.mix(Dice.mix(seed, -7 - team), future));
    }

    private void open(int index, int from, int to, double[] common) {
        Futures.Deal deal = of.deals().get(index);
        double[] logit = logits(deal.chance());
        WinWeek[] weeks = winWeeks[index];
        long key = Dice.mix(seed, deal.key());
        boolean teams = of.teamShock() > 0;
        int draw = from % logit.length;
        for (int r = from; r < to; r++) {
            long bits = Dice.mix(key + r);
            double shock = common[r - from] + (teams ? teamShock(deal.team(), r) : 0);
            if (Dice.logistic(bits) < logit[draw] + shock) {
                long more = Dice.mix(bits ^ key);
                int week = weeks[draw].of(Dice.uniform(more));
                if (week >= 0) {
                    int day = week * 7 + Dice.dayOfWeek(more) + deal.delayedDays();
                    double amount = deal.amount() * ratios[deal.stage()].draw(more);
                    won(Component.OPEN, deal.slots(), r, day, amount, deal.plan(), deal.delay(), more);
                }
            }
            draw = draw + 1 == logit.length ? 0 : draw + 1;
        }
    }

    private static double[] logits(double[] chance) {
        double[] logit = new double[chance.length];
        for (int d = 0; d < logit.length; d++) {
            double p = Math.min(1 - 1e-9, Math.max(1e-9, chance[d]));
            logit[d] = Math.log(p / (1 - p));
        }
        return logit;
    }

    private void won(
            Component component,
            int[] slots,
            int future,
            int day,
            double amount,
            BillingPlan plan,
            PaymentDelay delay,
            long bits) {
        if (day >= monthByDay.length) {
            return;
        }
        out.add(component, slots, Measure.BOOKED, future, monthByDay[day], amount);
        long more = bits;
        for (BillingPlan.Instalment part : plan.instalments()) {
            int invoiced = day + part.afterDays();
            if (invoiced >= monthByDay.length) {
                return;
            }
            out.add(component, slots, Measure.INVOICED, future, monthByDay[invoiced], amount * part.share());
            more = Dice.mix(more);
            int late = delay.draw(Dice.uniform(more));
            if (late != PaymentDelay.NEVER) {
                receive(
                        component,
                        slots,
                        future,
                        Math.max(invoiced, invoiced + plan.netDays() + late),
                        amount * part.share());
            }
        }
    }

    private void receive(Component component, int[] slots, int future, int day, double amount) {
        if (day >= 0 && day < monthByDay.length) {
            out.add(component, slots, Measure.CASH, future, monthByDay[day], amount);
        }
    }

    private void claim(Futures.Claim claim, int from, int to) {
        long key = Dice.mix(seed, claim.key());
        boolean invoiced = claim.invoiceDay() < 0;
        for (int r = from; r < to; r++) {
            double u = Dice.uniform(Dice.mix(key + r));
            if (!invoiced && claim.invoiceDay() < monthByDay.length) {
                out.add(
                        Component.CLAIMS,
                        claim.slots(),
                        Measure.INVOICED,
                        r,
                        monthByDay[claim.invoiceDay()],
                        claim.amount());
            }
            int late = invoiced
                    ? claim.delay().drawLaterThan(-claim.dueDay(), u)
                    : claim.delay().draw(u);
            if (late != PaymentDelay.NEVER) {
                receive(Component.CLAIMS, claim.slots(), r, Math.max(0, claim.dueDay() + late), claim.amount());
            }
        }
    }

    private void arrive(Futures.NewDeals arriving, int future, double common) {
        double[] logit = logits(arriving.chance());
        int draw = future % logit.length;
        WinWeek weeks = new WinWeek(arriving.wonBy()[draw], arriving.chance()[draw]);
        double level =
                arriving.arrivals().drawLevel(Dice.generator(Dice.mix(seed ^ arriving.key() ^ 0x4E4557L, future)));
        for (int month = 0; month < of.calendar().months(); month++) {
            long key = Dice.mix(Dice.mix(seed ^ arriving.key() ^ 0x4D4F4EL, future), month);
            UniformRandomProvider random = Dice.generator(key);
            int n = arriving.arrivals()
                    .draw(
                            random,
                            of.calendar().month(month).getMonthValue(),
                            of.calendar().part(month),
                            level * arriving.factors()[month]);
            int drawn = Math.min(n, MOST_NEW_DEALS);
            double weight = drawn == 0 ? 0 : n / (double) drawn;
            for (int i = 0; i < drawn; i++) {
                newDeal(arriving, future, month, weeks, logit[draw] + common, Dice.mix(key, i + 1L), weight);
            }
        }
    }

    /** @param weight deals that this one stands for, where there are too many to draw each */
    private void newDeal(
            Futures.NewDeals arriving, int future, int month, WinWeek weeks, double logit, long bits, double weight) {
        if (Dice.logistic(bits) >= logit) {
            return;
        }
        long more = Dice.mix(bits);
        int week = weeks.of(Dice.uniform(more));
        if (week < 0 || arriving.amounts().length == 0) {
            return;
        }
        long first = of.calendar().firstDay(month);
        long length = of.calendar().firstDay(month + 1) - first;
        more = Dice.mix(more);
        int entered = (int) (first + length * Dice.uniform(more));
        more = Dice.mix(more);
        double amount = arriving.amounts()[(int) (arriving.amounts().length * Dice.uniform(more))];
        more = Dice.mix(more);
        int[] slots = arriving.owners().isEmpty()
                ? NO_SLOTS
                : arriving.owners().get((int) (arriving.owners().size() * Dice.uniform(more)));
        int won = week * 7 + Dice.dayOfWeek(more);
        won(Component.NEW, slots, future, entered + won, amount * weight, arriving.plan(), arriving.delay(), more);
    }
}
