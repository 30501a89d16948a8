package io.nurt.forecast.internal.hazard;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;

/**
 * Hazards by stage and age alone, counted and drawn towards what is believed where little was seen:
 * {@code (events + k h) / (exposure + k)}, cell to stage with the pipeline's common course of age, stage to what the
 * administrator's table is worth ({@link TableBelief}). How strongly is told by the data: {@code k} is that of the greatest
 * marginal (Dirichlet-multinomial) likelihood. Single ages that differ from their band do so by {@link AgeSteps}.
 */
final class StageAgeHazards {
    /** Pseudo-deals that a belief about the pace and about the course of age is worth. */
    static final double TABLE_DEALS = 10;

    /** Pseudo-deals that what is believed of all stages together is worth at one stage. */
    private static final double[] BELIEF_WEIGHTS = {20, 40, 80};

    private static final double[] STRENGTHS = {5, 10, 20, 40, 80, 160, 320, 640, 1280};
    /** How the chance of going on is believed to tire with age, band by band: what stays long was seldom as good as it looked. */
    private static final double[] TIRING = {1.25, 1.2, 1.08, 0.9, 0.68, 0.5, 0.35};

    private static final double RARE = 0.002;

    /** By stage, band and exit. */
    private final double[][][] hazard;

    private final double[][] pseudo;
    /** By stage, exit and age, what single ages are beyond their band. */
    private final double[][][] factor;
    /** By stage, age and exit: bands times factors. */
    private final double[][][] atAge;

    private final TableBelief belief;
    /** By stage and band, the share of the hazard that is belief and not counted. */
    private final double[][] believed;

    private StageAgeHazards(
            double[][][] hazard, double[][] pseudo, double[][][] factor, TableBelief belief, double[][] believed) {
        this.belief = belief;
        this.believed = believed;
        this.hazard = hazard;
        this.pseudo = pseudo;
        this.factor = factor;
        this.atAge = new double[hazard.length][AgeBands.OLDEST + 1][];
        for (int s = 0; s < hazard.length; s++) {
            for (int a = 0; a <= AgeBands.OLDEST; a++) {
                double[] h = hazard[s][AgeBands.of(a)].clone();
                for (int k = 0; k < h.length; k++) {
                    h[k] *= factor[s][k][a];
                }
                atAge[s][a] = bounded(h);
            }
        }
    }

    /** Chance of an exit in one period. */
    double at(int stage, int age, int exit) {
        return atAge[stage][Math.min(age, AgeBands.OLDEST)][exit];
    }

    int stages() {
        return hazard.length;
    }

    static StageAgeHazards fit(PeriodRows rows, StageTable table) {
        Counts counts = new Counts(rows, table.stages());
        TableBelief belief = TableBelief.of(table, counts.stage);
        double[][] believed = believed(counts, table, belief);
        double stay = table.stages()
                / java.util.Arrays.stream(believed)
                        .mapToDouble(h -> h[0] + h[1] + h[2])
                        .sum();
        double k1 = stay * strength(BELIEF_WEIGHTS, counts.ofStages(), counts.exposureOfStages(), believed, stay);
        double[][] ofStage = new double[table.stages()][Exit.COMPETING];
        for (int s = 0; s < ofStage.length; s++) {
            for (int k = 0; k < Exit.COMPETING; k++) {
                ofStage[s][k] = (counts.stage[s][k] + k1 * believed[s][k]) / (counts.exposure[s] + k1);
            }
        }
        double[][] course = counts.course(ofStage);
        double[][][] prior = new double[table.stages()][AgeBands.COUNT][];
        for (int s = 0; s < prior.length; s++) {
            for (int b = 0; b < AgeBands.COUNT; b++) {
                double[] h = new double[Exit.COMPETING];
                for (int k = 0; k < h.length; k++) {
                    h[k] = ofStage[s][k] * course[b][k];
                }
                prior[s][b] = bounded(h);
            }
        }
        double k2 = strength(STRENGTHS, counts.ofCells(), counts.exposureOfCells(), flat(prior), 1);
        double[][] pseudo = new double[prior.length][AgeBands.COUNT];
        double[][] shareBelieved = new double[prior.length][AgeBands.COUNT];
        for (int s = 0; s < prior.length; s++) {
            for (int b = 0; b < AgeBands.COUNT; b++) {
                double n = counts.cellExposure[s][b];
                for (int k = 0; k < Exit.COMPETING; k++) {
                    prior[s][b][k] = (counts.cell[s][b][k] + k2 * prior[s][b][k]) / (n + k2);
                }
                pseudo[s][b] = n + Math.min(k2, TABLE_DEALS * stay + counts.exposure[s]);
                shareBelieved[s][b] = k1 / (k1 + counts.exposure[s]) * k2 / (k2 + n);
            }
        }
        return new StageAgeHazards(prior, pseudo, counts.factors(prior), belief, shareBelieved);
    }

    /** Another set of hazards that the same data could have come from, for the range of what is told. */
    StageAgeHazards draw(UniformRandomProvider random) {
        double[][][] drawn = new double[hazard.length][AgeBands.COUNT][];
        int candidate = belief.draw(random.nextDouble());
        for (int s = 0; s < hazard.length; s++) {
            double on = belief.share[candidate][s] / belief.mean(s) - 1;
            double off = (1 - belief.share[candidate][s]) / (1 - belief.mean(s)) - 1;
            for (int b = 0; b < AgeBands.COUNT; b++) {
                double stay = 1;
                double[] alpha = new double[Exit.COMPETING + 1];
                for (int k = 0; k < Exit.COMPETING; k++) {
                    double moved = k == 0 ? on : k == 1 ? off : 0;
                    double h = hazard[s][b][k] * (1 + believed[s][b] * moved);
                    alpha[k] = Math.max(1e-3, h * pseudo[s][b]);
                    stay -= h;
                }
                alpha[Exit.COMPETING] = Math.max(0.01, stay) * pseudo[s][b];
                double[] h = DirichletSampler.of(random, alpha).sample();
                drawn[s][b] = bounded(java.util.Arrays.copyOf(h, Exit.COMPETING));
            }
        }
        return new StageAgeHazards(drawn, pseudo, factor, belief, believed);
    }

    /** Exits by the table, at the pace seen: how long deals stay is learnt long before whether they win. */
    private static double[][] believed(Counts counts, StageTable table, TableBelief belief) {
        double exits =
                IntStream.range(0, table.stages()).mapToDouble(counts::exits).sum();
        double returned = IntStream.range(0, table.stages())
                .mapToDouble(s -> counts.stage[s][Exit.RETURN.ordinal() - 1])
                .sum();
        double back = (returned + RARE * TABLE_DEALS) / (exits + TABLE_DEALS);
        double[][] believed = new double[table.stages()][];
        for (int s = 0; s < believed.length; s++) {
            double pace = (counts.exits(s) + TABLE_DEALS)
                    / (counts.exposure[s] + TABLE_DEALS * Math.max(1.02, table.stay()[s]));
            double on = belief.mean(s);
            double returns = s == 0 ? 0 : back;
            believed[s] =
                    bounded(new double[] {pace * on * (1 - returns), pace * (1 - on) * (1 - returns), pace * returns});
        }
        return believed;
    }

    private static double[] bounded(double[] h) {
        double sum = 0;
        for (int k = 0; k < h.length; k++) {
            h[k] = Math.max(1e-6, h[k]);
            sum += h[k];
        }
        if (sum > 0.97) {
            for (int k = 0; k < h.length; k++) {
                h[k] *= 0.97 / sum;
            }
        }
        return h;
    }

    private static double strength(
            double[] among, double[][] events, double[] exposure, double[][] prior, double unit) {
        double best = among[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double k : among) {
            double likelihood = 0;
            for (int c = 0; c < events.length; c++) {
                likelihood += dirichletMultinomial(events[c], exposure[c], prior[c], k * unit);
            }
            if (likelihood >= most) {
                most = likelihood;
                best = k;
            }
        }
        return best;
    }

    private static double dirichletMultinomial(double[] events, double exposure, double[] prior, double k) {
        double stay = exposure;
        double priorStay = 1;
        double sum = LogGamma.value(k) - LogGamma.value(k + exposure);
        for (int e = 0; e < events.length; e++) {
            sum += LogGamma.value(events[e] + k * prior[e]) - LogGamma.value(k * prior[e]);
            stay -= events[e];
            priorStay -= prior[e];
        }
        return sum + LogGamma.value(stay + k * priorStay) - LogGamma.value(k * priorStay);
    }

    private static double[][] flat(double[][][] cells) {
        return java.util.Arrays.stream(cells).flatMap(java.util.Arrays::stream).toArray(double[][]::new);
    }

    /** Events and exposure by stage and by age band. */
    private static final class Counts {
        final double[][] stage;
        final double[] exposure;
        final double[][][] cell;
        final double[][] cellExposure;
        final double[][][] events;
        final double[][] exposed;

        Counts(PeriodRows rows, int stages) {
            stage = new double[stages][Exit.COMPETING];
            exposure = new double[stages];
            cell = new double[stages][AgeBands.COUNT][Exit.COMPETING];
            cellExposure = new double[stages][AgeBands.COUNT];
            events = new double[stages][Exit.COMPETING][AgeBands.OLDEST + 1];
            exposed = new double[stages][AgeBands.OLDEST + 1];
            for (int i = 0; i < rows.size(); i++) {
                int s = rows.stage(i);
                int b = AgeBands.of(rows.age(i));
                exposure[s]++;
                cellExposure[s][b]++;
                int age = Math.min(rows.age(i), AgeBands.OLDEST);
                exposed[s][age]++;
                Exit exit = rows.exit(i);
                if (exit != Exit.STAY) {
                    stage[s][exit.ordinal() - 1]++;
                    cell[s][b][exit.ordinal() - 1]++;
                    events[s][exit.ordinal() - 1][age]++;
                }
            }
        }

        double[][][] factors(double[][][] band) {
            double[][][] factors = new double[stage.length][Exit.COMPETING][];
            for (int s = 0; s < factors.length; s++) {
                for (int k = 0; k < Exit.COMPETING; k++) {
                    double[] expected = new double[AgeBands.OLDEST + 1];
                    for (int a = 0; a < expected.length; a++) {
                        expected[a] = exposed[s][a] * band[s][AgeBands.of(a)][k];
                    }
                    factors[s][k] = AgeSteps.factors(events[s][k], expected);
                }
            }
            return factors;
        }

        double exits(int s) {
            return stage[s][0] + stage[s][1] + stage[s][2];
        }

        /** How each exit's hazard goes with age, over all stages, relative to its mean. */
        double[][] course(double[][] ofStage) {
            double[][] course = new double[AgeBands.COUNT][Exit.COMPETING];
            for (int b = 0; b < AgeBands.COUNT; b++) {
                for (int k = 0; k < Exit.COMPETING; k++) {
                    double seen = TABLE_DEALS * (k == 0 ? TIRING[b] : 1);
                    double expected = TABLE_DEALS;
                    for (int s = 0; s < stage.length; s++) {
                        seen += cell[s][b][k];
                        expected += cellExposure[s][b] * ofStage[s][k];
                    }
                    course[b][k] = seen / expected;
                }
            }
            return course;
        }

        double[][] ofStages() {
            return stage;
        }

        double[] exposureOfStages() {
            return exposure;
        }

        double[][] ofCells() {
            return flat(cell);
        }

        double[] exposureOfCells() {
            return java.util.Arrays.stream(cellExposure)
                    .flatMapToDouble(java.util.Arrays::stream)
                    .toArray();
        }
    }
}
