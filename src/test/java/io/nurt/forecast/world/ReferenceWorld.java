package io.nurt.forecast.world;

import io.nurt.forecast.internal.hazard.Column;
import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.PeriodRows;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The reference world: five stages, deals with four informative flags and an idle one, activity that comes and goes, a source,
 * and a quality nobody sees. Weekly steps.
 */
public final class ReferenceWorld {
    public static final int STAGES = 5;
    private static final double[] ADVANCE = {0.22, 0.18, 0.16, 0.14, 0.13};
    private static final double[] LOSS = {0.10, 0.06, 0.05, 0.045, 0.045};
    private static final double[] FLAG_EFFECT = {0.45, 0.35, 0.30, 0.25};
    private static final double[] SOURCE_EFFECT = {0.25, 0, -0.10, -0.20};

    public static final List<Column> COLUMNS = List.of(
            Column.flag("active").fading(),
            Column.flag("need"),
            Column.flag("budget"),
            Column.flag("authority"),
            Column.flag("timing"),
            Column.flag("idle"),
            Column.effect("source", "0"),
            Column.effect("source", "1"),
            Column.effect("source", "2"),
            Column.effect("source", "3"),
            Column.number("amount"));

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final int weeks;
    private final double rate;

    private ReferenceWorld(int weeks, double rate, long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.weeks = weeks;
        this.rate = rate;
    }

    /** One draw: deals arrive for so many weeks, so many a week; the forecast is made in the last week. */
    public static World draw(int weeks, double rate, long seed) {
        return new ReferenceWorld(weeks, rate, seed).run();
    }

    private static final class Deal {
        int id;
        int stage;
        int age;
        boolean active;
        double pull;
        double[] x = new double[COLUMNS.size()];
        double amount;
    }

    private World run() {
        PeriodRows seen = new PeriodRows(COLUMNS);
        List<List<Row>> byDeal = new ArrayList<>();
        List<Deal> open = new ArrayList<>();
        SharedStateDiscreteSampler arrivals = PoissonSampler.of(random, rate);
        int last = weeks - 1;
        int deals = 0;
        for (int week = 0; week < last; week++) {
            int n = arrivals.sample();
            for (int i = 0; i < n; i++) {
                open.add(arrive(deals++));
                byDeal.add(new ArrayList<>());
            }
            List<Deal> still = new ArrayList<>();
            for (Deal deal : open) {
                Row row = new Row(deal.id, week, deal.stage, deal.age, deal.x.clone());
                Exit exit = step(deal);
                byDeal.get(deal.id).add(row.ended(exit, deal.stage));
                if (exit != Exit.LOSE && deal.stage < STAGES) {
                    still.add(deal);
                }
            }
            open = still;
        }
        int n = arrivals.sample();
        for (int i = 0; i < n; i++) {
            open.add(arrive(deals++));
        }
        byDeal.forEach(rows -> rows.forEach(r -> seen.add(r.deal, r.week, r.stage, r.age, r.exit, r.to, r.x)));
        List<World.Open> outcomes = new ArrayList<>();
        for (Deal deal : open) {
            outcomes.add(follow(deal));
        }
        return new World(STAGES, seen, outcomes);
    }

    private record Row(int deal, int week, int stage, int age, double[] x, Exit exit, int to) {
        Row(int deal, int week, int stage, int age, double[] x) {
            this(deal, week, stage, age, x, Exit.STAY, stage);
        }

        Row ended(Exit how, int where) {
            return new Row(deal, week, stage, age, x, how, where);
        }
    }

    private Deal arrive(int id) {
        Deal deal = new Deal();
        deal.id = id;
        double z = normal.sample();
        double u = 0;
        for (int j = 0; j < FLAG_EFFECT.length; j++) {
            boolean flag = 0.6 * z + 0.8 * normal.sample() > 0;
            deal.x[1 + j] = flag ? 1 : 0;
            u += FLAG_EFFECT[j] * ((flag ? 1 : 0) - 0.5);
        }
        deal.x[5] = random.nextDouble() < 0.5 ? 1 : 0;
        deal.amount = Math.exp(9.2 + 0.9 * normal.sample());
        double quality = 0.5 * normal.sample();
        int source = random.nextInt(SOURCE_EFFECT.length);
        deal.x[6 + source] = 1;
        deal.x[10] = Math.log(deal.amount);
        deal.pull = u + 0.5 * quality + SOURCE_EFFECT[source];
        deal.active = random.nextDouble() < 0.5;
        deal.x[0] = deal.active ? 1 : 0;
        return deal;
    }

    private Exit step(Deal deal) {
        double a = ADVANCE[deal.stage] * Math.exp(deal.pull + (deal.active ? 0.35 : -0.45) - 0.04 * deal.age);
        double l = LOSS[deal.stage] * Math.exp(-deal.pull + (deal.active ? -0.45 : 0.35)) * (deal.age < 3 ? 1 : 0.8);
        double leave = 1 - Math.exp(-a - l);
        double u = random.nextDouble();
        Exit exit = Exit.STAY;
        if (u < leave * a / (a + l)) {
            exit = Exit.ADVANCE;
            deal.stage++;
            deal.age = 0;
        } else if (u < leave) {
            exit = Exit.LOSE;
        } else {
            deal.age++;
        }
        deal.active = random.nextDouble() < (deal.active ? 0.8 : 0.25);
        deal.x[0] = deal.active ? 1 : 0;
        return exit;
    }

    private World.Open follow(Deal deal) {
        int stage = deal.stage;
        int age = deal.age;
        double[] x = deal.x.clone();
        for (int week = 0; ; week++) {
            Exit exit = step(deal);
            if (exit == Exit.LOSE) {
                return new World.Open(deal.id, stage, age, x, deal.amount, -1);
            }
            if (deal.stage == STAGES) {
                return new World.Open(deal.id, stage, age, x, deal.amount, week);
            }
        }
    }
}
