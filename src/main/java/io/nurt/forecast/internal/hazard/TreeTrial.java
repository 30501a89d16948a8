package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether trees pay: models of past moments with and without them tell the periods that followed, and the gain must be beyond
 * two standard errors, deal by deal, for one deal's periods go together. Where a few rounds show no sign of a gain the trial
 * ends, so that it costs little where there is nothing to be found.
 */
final class TreeTrial {
    private static final int[] ROUNDS = {10, 20, 40};
    private static final double ERRORS = 2;
    private static final double ERRORS_TO_GO_ON = 1;

    static final TreeTrial NONE = new TreeTrial(0, Map.of());

    /** Of boosting, that pay; 0 for none. */
    final int rounds;

    private final Map<Integer, BoostedTrees> byOrigin;

    private TreeTrial(int rounds, Map<Integer, BoostedTrees> byOrigin) {
        this.rounds = rounds;
        this.byOrigin = byOrigin;
    }

    /** A past moment: what was learnt by then, and the rows that followed with their loss without trees. */
    private record Origin(int cut, HazardModel logit, TreeBoosting boosting, PeriodRows test, double[] without) {}

    /** @param strength that of the logit without trees; the trees stand on one that is {@link Strength#underTrees} */
    static TreeTrial of(PeriodRows all, StageTable table, double strength) {
        List<Origin> origins = origins(all, table, strength);
        int best = 0;
        double most = 0;
        for (int rounds : ROUNDS) {
            double[] gain = gain(origins, rounds);
            if (gain[0] > ERRORS * gain[1] && gain[0] > most) {
                most = gain[0];
                best = rounds;
            }
            if (gain[0] <= ERRORS_TO_GO_ON * gain[1]) {
                break;
            }
        }
        if (best == 0) {
            return NONE;
        }
        Map<Integer, BoostedTrees> byOrigin = new HashMap<>();
        for (Origin origin : origins) {
            byOrigin.put(origin.cut, origin.boosting.until(best).first(best * Exit.COMPETING));
        }
        return new TreeTrial(best, byOrigin);
    }

    private static List<Origin> origins(PeriodRows all, StageTable table, double strength) {
        PeriodRows rows = Strength.thinned(all);
        int[] cuts = Strength.cuts(all);
        List<Origin> origins = new ArrayList<>();
        for (int c = 0; c + 1 < cuts.length; c++) {
            int from = cuts[c];
            int to = cuts[c + 1];
            PeriodRows train = rows.before(from);
            HazardModel logit = Strength.logit(train, table, Strength.underTrees(strength));
            HazardModel present = strength == Strength.NO_COLUMNS ? Strength.logit(train, table, strength) : logit;
            PeriodRows test = rows.where(i -> rows.period(i) >= from && rows.period(i) < to);
            double[] without = new double[test.size()];
            for (int i = 0; i < without.length; i++) {
                without[i] = Strength.loss(present, test, i);
            }
            origins.add(new Origin(from, logit, new TreeBoosting(train, logit), test, without));
        }
        return origins;
    }

    /** What so many rounds gain, and the standard error of it. */
    private static double[] gain(List<Origin> origins, int rounds) {
        Map<Integer, Double> gains = new HashMap<>();
        for (Origin origin : origins) {
            HazardModel with = origin.logit.with(origin.boosting.until(rounds));
            for (int i = 0; i < origin.without.length; i++) {
                double gain = origin.without[i] - Strength.loss(with, origin.test, i);
                gains.merge(origin.test.deal(i), gain, Double::sum);
            }
        }
        double sum = 0;
        double squares = 0;
        for (double gain : gains.values()) {
            sum += gain;
            squares += gain * gain;
        }
        return new double[] {sum, Math.sqrt(squares)};
    }

    /** The trees that were learnt by a past moment. */
    BoostedTrees at(int cut) {
        return rounds == 0 ? BoostedTrees.NONE : Objects.requireNonNull(byOrigin.get(cut), "no origin at that cut");
    }
}
