package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trained model: tells what is to be expected of an open deal, how sure that is, and why. */
public final class ForecastModel {
    private final Tier tier;
    final HazardModel best;
    final List<HazardModel> draws;
    private final Recalibration recalibration;
    final Typical typical;
    private final Basis basis;

    ForecastModel(
            Tier tier,
            HazardModel best,
            List<HazardModel> draws,
            Recalibration recalibration,
            Typical typical,
            Basis basis) {
        this.tier = tier;
        this.best = best;
        this.draws = List.copyOf(draws);
        this.recalibration = recalibration;
        this.typical = typical;
        this.basis = basis;
    }

    /**
     * What the model was learnt from.
     *
     * @param rows deals times periods
     * @param strength of the penalty; infinite when columns are not used
     */
    public record Basis(int rows, int resolved, int won, double strength) {}

    /** Chance of winning ever with the range in which the data leave it: nine of ten models lie above low, one above high. */
    public record Chance(double low, double best, double high) {}

    /** By how much, in chance, a group of columns lifts or lowers a deal against the typical deal of its stage and age. */
    public record Reason(String group, double change) {}

    /** Why: the typical deal's chance and what the deal's own facts add to it; together they give its chance. */
    public record Explanation(double typical, List<Reason> reasons) {}

    public Tier tier() {
        return tier;
    }

    public Basis basis() {
        return basis;
    }

    public Recalibration recalibration() {
        return recalibration;
    }

    public int stages() {
        return best.stages();
    }

    public List<Column> columns() {
        return best.columns;
    }

    public int draws() {
        return draws.size();
    }

    /**
     * Chance of winning ever: the mean over the models that the data allow, which is less sure of itself than the likeliest
     * of them.
     */
    public double everWon(int stage, int age, double[] x) {
        double sum = 0;
        for (HazardModel draw : draws) {
            sum += new Recursion(draw, x).everWon(stage, age);
        }
        return recalibration.apply(stage, sum / draws.size());
    }

    public Chance chance(int stage, int age, double[] x) {
        double[] each = new double[draws.size()];
        for (int d = 0; d < each.length; d++) {
            each[d] = recalibration.apply(stage, new Recursion(draws.get(d), x).everWon(stage, age));
        }
        java.util.Arrays.sort(each);
        double middle = everWon(stage, age, x);
        double low = each[(int) (0.1 * each.length)];
        double high = each[(int) (0.9 * each.length)];
        return new Chance(Math.min(low, middle), middle, Math.max(high, middle));
    }

    /** @param horizon periods to look ahead */
    public Outlook outlook(int stage, int age, double[] x, int horizon) {
        Outlook likeliest = new Recursion(best, x).outlook(stage, age, horizon);
        return likeliest.withChance(everWon(stage, age, x));
    }

    /** The same by another model that the data allow. */
    public Outlook outlook(int draw, int stage, int age, double[] x, int horizon) {
        Outlook raw = new Recursion(draws.get(draw), x).outlook(stage, age, horizon);
        return raw.withChance(recalibration.apply(stage, raw.everWon()));
    }

    /** The typical deal of a stage and age. */
    public double[] typical(int stage, int age) {
        return typical.at(stage, age).clone();
    }

    /** The model under a lever: the odds of an exit from one stage multiplied. */
    public ForecastModel times(int stage, Exit exit, double factor) {
        return new ForecastModel(
                tier,
                best.times(stage, exit, factor),
                draws.stream().map(draw -> draw.times(stage, exit, factor)).toList(),
                recalibration,
                typical,
                basis);
    }

    /**
     * Facts are put in place of the typical deal's, group by group, in one order and in the reverse of it; each group gets the
     * mean of its two changes (a two-order Shapley value), so that all changes add up.
     */
    public Explanation explain(int stage, int age, double[] x) {
        double[] from = typical.at(stage, age);
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int j = 0; j < columns().size(); j++) {
            groups.computeIfAbsent(columns().get(j).group(), g -> new ArrayList<>())
                    .add(j);
        }
        List<String> order = new ArrayList<>(groups.keySet());
        Map<String, Double> change = new LinkedHashMap<>();
        if (best.seesColumns()) {
            walk(order, groups, from, x, stage, age, change);
            java.util.Collections.reverse(order);
            walk(order, groups, from, x, stage, age, change);
        }
        List<Reason> reasons = change.entrySet().stream()
                .map(e -> new Reason(e.getKey(), e.getValue() / 2))
                .sorted(Comparator.comparingDouble((Reason r) -> -Math.abs(r.change())))
                .toList();
        return new Explanation(everWon(stage, age, from), reasons);
    }

    private void walk(
            List<String> order,
            Map<String, List<Integer>> groups,
            double[] from,
            double[] to,
            int stage,
            int age,
            Map<String, Double> change) {
        double[] x = from.clone();
        double before = everWon(stage, age, x);
        for (String group : order) {
            for (int j : groups.getOrDefault(group, List.of())) {
                x[j] = to[j];
            }
            double after = everWon(stage, age, x);
            change.merge(group, after - before, Double::sum);
            before = after;
        }
    }
}
