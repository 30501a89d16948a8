package io.nurt.forecast.internal.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Some of the futures, one after another: all deals pass by while the part's totals stay in the processor's cache. */
final class Part {
    private static final int[] NO_SLOTS = {};
    private static final int MOST_NEW_DEALS = 200;
    private static final int DEALS_BETWEEN_LOOKS = 50;
    /** From a contract's end to its renewal. */
    private static final int RENEWED_WITHIN_DAYS = 30;

    private final Simulation.Prepared prepared;
    private final Futures of;
    private final Replicates out;
    private final long seed;
    private final int from;
    private final int to;
    private final BooleanSupplier cancelled;
    private final short[] monthByDay;
    /** By team and future: what the shocks multiply the odds of winning by. */
    private final double[][] shocks;
    /** First futures of those that use one draw of the model's parameters. */
    private final int[] runs;
    /** Futures in which a deal is won, and the random bits by which it was. */
    private final int[] won;

    private final long[] dice;

    Part(Simulation.Prepared prepared, Replicates out, long seed, int from, int to, BooleanSupplier cancelled) {
        this.prepared = prepared;
        this.of = prepared.of();
        this.out = out;
        this.seed = seed;
        this.from = from;
        this.to = to;
        this.cancelled = cancelled;
        this.monthByDay = prepared.monthByDay();
        this.shocks = shocks();
        this.runs = IntStream.range(from, to)
                .filter(r -> r == from || model(r) != model(r - 1))
                .toArray();
        this.won = new int[to - from + 1];
        this.dice = new long[to - from + 1];
    }

    private double[][] shocks() {
        Futures.NewDeals arriving = of.newDeals();
        int teams = 1
                + Math.max(
                        of.deals().stream().mapToInt(Futures.Deal::team).max().orElse(0),
                        arriving == null
                                ? 0
                                : arriving.owners().stream()
                                        .mapToInt(Futures.Owner::team)
                                        .max()
                                        .orElse(0));
        double[][] shocks = new double[teams][to - from];
        for (int team = 0; team < teams; team++) {
            for (int r = from; r < to; r++) {
                double own =
                        of.teamShock() <= 0 ? 0 : of.teamShock() * Dice.normal(Dice.mix(Dice.mix(seed, -7 - team), r));
                shocks[team][r - from] = Math.exp(of.shock() * Dice.normal(Dice.mix(seed, r)) + own);
            }
        }
        return shocks;
    }

    void draw() {
        open();
        won();
        Futures.NewDeals arriving = of.newDeals();
        Ledger one = new Ledger(1, of.calendar().months(), monthByDay);
        for (int r = from; r < to && arriving != null; r++) {
            arrive(arriving, r, one);
        }
    }

    /** Futures that use one draw of the model's parameters lie side by side. */
    private int model(int future) {
        return (int) ((long) future * of.draws() / out.futures());
    }

    private void open() {
        Ledger ledger = new Ledger(to - from, of.calendar().months(), monthByDay);
        int seen = 0;
        for (int[] alike : prepared.alike()) {
            for (int deal : alike) {
                if (seen++ % DEALS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                    return;
                }
                for (int run = 0; run < runs.length; run++) {
                    open(deal, model(runs[run]), runs[run], run + 1 < runs.length ? runs[run + 1] : to, ledger);
                }
            }
            ledger.close(out, Component.OPEN, of.deals().get(alike[0]).slots(), from);
        }
    }

    private void open(int index, int draw, int begin, int end, Ledger ledger) {
        Futures.Deal deal = of.deals().get(index);
        long key = Dice.mix(seed, deal.key());
        int wins = wins(key, odds(deal.chance()[draw]), shocks[deal.team()], begin, end);
        WinWeek weeks = prepared.weeks()[index];
        RatioTable ratio = prepared.ratios()[deal.stage()];
        Simulation.Terms terms = prepared.terms()[index];
        double amount = deal.amount();
        int delayed = deal.delayedDays();
        for (int i = 0; i < wins; i++) {
            long more = Dice.mix(dice[i] ^ key);
            int day = Math.max(0, weeks.of(draw, Dice.uniform(more)) * 7 + Dice.dayOfWeek(more) + delayed);
            ledger.won(won[i], day, amount * ratio.draw(more), terms, deal.delay(), more);
        }
    }

    /** Notes in which futures a deal is won. Every future is written down and kept only if it is one. */
    private int wins(long key, double odds, double[] shock, int begin, int end) {
        int n = 0;
        for (int r = begin; r < end; r++) {
            long bits = Dice.mix(key + r);
            won[n] = r - from;
            dice[n] = bits;
            n += Dice.happens(bits, odds * shock[r - from]);
        }
        return n;
    }

    private static double odds(double chance) {
        double p = Math.min(1 - 1e-9, Math.max(1e-9, chance));
        return p / (1 - p);
    }

    /** What comes of deals won before: claims, revenue still to be earned, and contracts that are renewed. */
    private void won() {
        for (Futures.Claim claim : of.claims()) {
            claim(claim);
        }
        for (Futures.Earned earned : of.earned()) {
            for (int r = from; r < to && earned.day() < monthByDay.length - 1; r++) {
                int month = monthByDay[earned.day()];
                out.add(Component.CLAIMS, earned.slots(), Measure.RECOGNISED, r, month, earned.amount());
            }
        }
        double[] common = new double[to - from];
        for (int r = from; r < to; r++) {
            common[r - from] = Math.exp(of.shock() * Dice.normal(Dice.mix(seed, r)));
        }
        Ledger ledger = new Ledger(to - from, of.calendar().months(), monthByDay);
        Map<AmountRatio, RatioTable> ratios = new HashMap<>();
        List<Futures.Renewal> renewals = of.renewals();
        for (int i = 0; i < renewals.size(); i++) {
            Futures.Renewal renewal = renewals.get(i);
            renew(renewal, ratios.computeIfAbsent(renewal.ratio(), one -> RatioTable.of(one)[0]), common, ledger);
            boolean more = i + 1 < renewals.size()
                    && Arrays.equals(renewal.slots(), renewals.get(i + 1).slots());
            if (!more) {
                ledger.close(out, Component.RENEWALS, renewal.slots(), from);
            }
        }
    }

    /** A renewed contract comes to its end as well, and may be renewed again. */
    private void renew(Futures.Renewal renewal, RatioTable ratio, double[] common, Ledger ledger) {
        long key = Dice.mix(seed, renewal.key());
        Simulation.Terms terms = Simulation.Terms.of(renewal.plan());
        double odds = odds(renewal.chance());
        int step = Math.max(1, renewal.plan().contractDays());
        for (int r = from; r < to; r++) {
            long bits = Dice.mix(key + r);
            double amount = renewal.amount();
            int day = renewal.day();
            while (day < monthByDay.length && Dice.happens(bits, odds * common[r - from]) == 1) {
                bits = Dice.mix(bits ^ key);
                amount *= ratio.draw(bits);
                int within = (int) (Dice.half(bits, false) * RENEWED_WITHIN_DAYS);
                ledger.won(r - from, day + within, amount, terms, renewal.delay(), bits);
                day += step;
                bits = Dice.mix(bits);
            }
        }
    }

    private void claim(Futures.Claim claim) {
        long key = Dice.mix(seed, claim.key());
        boolean invoiced = claim.invoiceDay() < 0;
        int end = monthByDay.length - 1;
        for (int r = from; r < to; r++) {
            double u = Dice.uniform(Dice.mix(key + r));
            if (!invoiced && claim.invoiceDay() < end) {
                int month = monthByDay[claim.invoiceDay()];
                out.add(Component.CLAIMS, claim.slots(), Measure.INVOICED, r, month, claim.amount());
            }
            int late = invoiced
                    ? claim.delay().drawLaterThan(-claim.dueDay(), u)
                    : claim.delay().draw(u);
            int day = Math.max(0, claim.dueDay() + late);
            if (day < end) {
                out.add(Component.CLAIMS, claim.slots(), Measure.CASH, r, monthByDay[day], claim.amount());
            }
        }
    }

    private void arrive(Futures.NewDeals arriving, int future, Ledger ledger) {
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
                newDeal(arriving, future, month, Dice.mix(key, i + 1L), weight, ledger);
            }
        }
    }

    /** @param weight deals that this one stands for, where there are too many to draw each */
    private void newDeal(Futures.NewDeals arriving, int future, int month, long bits, double weight, Ledger ledger) {
        long more = Dice.mix(bits);
        long again = Dice.mix(more);
        long last = Dice.mix(again);
        int[] slots = NO_SLOTS;
        int team = 0;
        if (!arriving.owners().isEmpty()) {
            Futures.Owner owner = arriving.owners().get((int) (arriving.owners().size() * Dice.half(last, false)));
            slots = owner.slots();
            team = owner.team();
        }
        int draw = model(future);
        if (arriving.amounts().length == 0
                || Dice.happens(bits, odds(arriving.chance()[draw]) * shocks[team][future - from]) == 0) {
            return;
        }
        int week = prepared.newWeeks().of(draw, Dice.uniform(more));
        long first = of.calendar().firstDay(month);
        long length = of.calendar().firstDay(month + 1) - first;
        int day = (int) (first + length * Dice.half(again, false)) + week * 7 + Dice.dayOfWeek(more);
        double amount = arriving.amounts()[(int) (arriving.amounts().length * Dice.half(again, true))];
        ledger.won(0, day, amount * weight, prepared.newTerms(), arriving.delay(), last);
        ledger.close(out, Component.NEW, slots, future);
    }
}
