package io.nurt.forecast.internal.hazard;

import java.util.Arrays;

/**
 * Runs a model forward from where a deal stands. Each stay gives the chance of every exit in every period; who goes on enters
 * the next stage at age 0 in the period after, so the times of entry are the sums over all ways there. Going back is a stay in
 * an earlier stage; after {@value #RETURNS} of them what little is left is taken to end as its stage ends.
 */
final class Recursion {
    private static final int RETURNS = 3;
    private static final double NEGLIGIBLE = 1e-5;

    private final HazardModel model;
    private final int stages;
    private final double[] x;
    private final TreeLift lift;
    /** Exits of a stay begun now at age 0, per stage and period, for later stages; built when first needed. */
    private final double[][][] fresh;

    private final double[] worth;

    Recursion(HazardModel model, double[] x) {
        this(model, x, new TreeLift(model, x));
    }

    /** @param lift of the trees that this model has in common with others, for the same deal */
    Recursion(HazardModel model, double[] x, TreeLift lift) {
        this.lift = lift;
        this.model = model;
        this.stages = model.stages();
        this.x = x;
        this.fresh = new double[stages][][];
        for (int s = 0; s < stages; s++) {
            fresh[s] = exits(s, 0, false);
        }
        this.worth = worth();
    }

    /** Chance of winning ever. */
    double everWon(int stage, int age) {
        return won(exits(stage, age, true), stage, worth);
    }

    /** @param horizon periods to look ahead */
    Outlook outlook(int stage, int age, int horizon) {
        double[] won = new double[horizon];
        double[] lost = new double[horizon];
        double[][] entering = new double[stages][horizon + 1];
        double[][] next = new double[stages][horizon + 1];
        double[][] now = exits(stage, age, true);
        pass(now, stage, 0, 1, entering, next, won, lost);
        for (int round = 0; round <= RETURNS; round++) {
            double back = 0;
            for (int s = 0; s < stages; s++) {
                for (int t = 0; t < horizon; t++) {
                    if (entering[s][t] > 0) {
                        pass(fresh[s], s, t, entering[s][t], entering, next, won, lost);
                    }
                }
            }
            for (double[] of : next) {
                for (double mass : of) {
                    back += mass;
                }
            }
            if (back < NEGLIGIBLE) {
                break;
            }
            entering = next;
            next = new double[stages][horizon + 1];
        }
        for (int t = 1; t < horizon; t++) {
            won[t] += won[t - 1];
            lost[t] += lost[t - 1];
        }
        double ever = Math.max(everWonFrom(now, stage), horizon > 0 ? won[horizon - 1] : 0);
        return new Outlook(ever, won, lost);
    }

    private double everWonFrom(double[][] exits, int stage) {
        return won(exits, stage, worth);
    }

    /** Spreads a deal that enters a stage at {@code from} over its exits: later stages at once, earlier ones in the next round. */
    private void pass(
            double[][] exits,
            int stage,
            int from,
            double mass,
            double[][] entering,
            double[][] returning,
            double[] won,
            double[] lost) {
        double[] on = model.movement.on()[stage];
        double[] back = model.movement.back()[stage];
        int last = Math.min(won.length - from, exits.length);
        for (int u = 0; u < last; u++) {
            double advancing = mass * exits[u][0];
            for (int to = stage + 1; to < stages; to++) {
                entering[to][from + u + 1] += advancing * on[to];
            }
            won[from + u] += advancing * on[stages];
            lost[from + u] += mass * exits[u][1];
            double returned = mass * exits[u][2];
            for (int to = 0; to < stages && returned > 0; to++) {
                returning[to][from + u + 1] += returned * back[to];
            }
        }
    }

    /** Chances of each exit in each period of a stay, the last one standing for all that follow. */
    private double[][] exits(int stage, int age, boolean now) {
        int periods = Math.max(1, AgeBands.OLDEST - age + 1) + AgeBands.OLDEST;
        double[][] exits = new double[periods][];
        double surviving = 1;
        boolean fades = now && model.fades();
        double[] shift = model.shift(x, lift, stage, now ? 0 : Integer.MAX_VALUE);
        double[] h = new double[Exit.COMPETING];
        for (int u = 0; u < periods; u++) {
            if (fades && u > 0 && u < HazardModel.PERIODS_OF_FADING) {
                shift = model.shift(x, lift, stage, u);
            }
            model.hazards(stage, age + u, shift, h);
            double leaving = 0;
            exits[u] = new double[Exit.COMPETING];
            for (int k = 0; k < Exit.COMPETING; k++) {
                exits[u][k] = surviving * h[k];
                leaving += h[k];
            }
            surviving *= 1 - leaving;
            if (surviving < NEGLIGIBLE) {
                return Arrays.copyOf(exits, u + 1);
            }
        }
        return exits;
    }

    /** Who stays beyond all counted periods leaves as those of the last period leave. */
    private double won(double[][] exits, int stage, double[] worth) {
        double[] total = new double[Exit.COMPETING];
        for (double[] period : exits) {
            for (int k = 0; k < Exit.COMPETING; k++) {
                total[k] += period[k];
            }
        }
        double counted = total[0] + total[1] + total[2];
        double[] last = exits[exits.length - 1];
        double lastSum = last[0] + last[1] + last[2];
        if (lastSum > 0) {
            for (int k = 0; k < Exit.COMPETING; k++) {
                total[k] += (1 - counted) * last[k] / lastSum;
            }
        }
        double value = 0;
        for (int to = stage + 1; to <= stages; to++) {
            value += total[0] * model.movement.on()[stage][to] * worth[to];
        }
        for (int to = 0; to < stages; to++) {
            value += total[2] * model.movement.back()[stage][to] * worth[to];
        }
        return Math.min(1, value);
    }

    /** Chance of winning from the start of each stage; that of being won is 1. Settles quickly, for few deals go back. */
    private double[] worth() {
        double[] worth = new double[stages + 1];
        worth[stages] = 1;
        for (int round = 0; round < 50; round++) {
            double change = 0;
            for (int s = stages - 1; s >= 0; s--) {
                double value = won(fresh[s], s, worth);
                change = Math.max(change, Math.abs(value - worth[s]));
                worth[s] = value;
            }
            if (change < 1e-9) {
                break;
            }
        }
        return worth;
    }
}
