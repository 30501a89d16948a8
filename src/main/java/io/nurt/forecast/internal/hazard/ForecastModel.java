package io.nurt.forecast.internal.hazard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trained model: tells what is to be expected of an open deal, how sure that is, and why. */
public final class ForecastModel {
    private final Tier tier;
    final HazardModel best;
    final List<HazardModel> draws;
    private final Recalibration recalibration;
    final Caution caution;
    final Typical typical;
    private final Basis basis;
    /** The likeliest model without the lever, where there is one. */
    private final @Nullable HazardModel unmoved;

    ForecastModel(
            Tier tier,
            HazardModel best,
            List<HazardModel> draws,
            Recalibration recalibration,
            Caution caution,
            Typical typical,
            Basis basis) {
        this(tier, best, draws, recalibration, caution, typical, basis, null);
    }

    private ForecastModel(
            Tier tier,
            HazardModel best,
            List<HazardModel> draws,
            Recalibration recalibration,
            Caution caution,
            Typical typical,
            Basis basis,
            @Nullable HazardModel unmoved) {
        this.caution = caution;
        this.unmoved = unmoved;
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
     * @param rounds of trees on top, one tree for each exit; 0 for none
     */
    public record Basis(int rows, int resolved, int won, double strength, int rounds) {}

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
     * of them, with the {@link Caution} that few closed deals call for.
     */
    public double everWon(int stage, int age, double[] x) {
        return chances(stage, age, x).told();
    }

    public Chance chance(int stage, int age, double[] x) {
        Caution.Chances chances = chances(stage, age, x);
        double[] each = chances.drawn();
        java.util.Arrays.sort(each);
        double low = each[(int) (0.1 * each.length)];
        double high = each[(int) (0.9 * each.length)];
        return new Chance(Math.min(low, chances.told()), chances.told(), Math.max(high, chances.told()));
    }

    private Caution.Chances chances(int stage, int age, double[] x) {
        TreeLift lift = new TreeLift(best, x);
        double[] each = new double[draws.size()];
        for (int d = 0; d < each.length; d++) {
            each[d] = new Recursion(draws.get(d), x, lift).everWon(stage, age);
        }
        return cautious(stage, age, x, each);
    }

    /** @param each chance as the models drawn have it; changed in place */
    private Caution.Chances cautious(int stage, int age, double[] x, double[] each) {
        double sum = 0;
        for (int d = 0; d < each.length; d++) {
            sum += each[d];
            each[d] = recalibration.apply(stage, each[d]);
        }
        double mean = recalibration.apply(stage, sum / each.length);
        return caution.of(stage, mean, each, lever(stage, age, x));
    }

    /** By how much a lever moves the log-odds, for this is no luck and was not in the table. */
    private double lever(int stage, int age, double[] x) {
        return unmoved == null
                ? 0
                : Logit.of(new Recursion(best, x).everWon(stage, age))
                        - Logit.of(new Recursion(unmoved, x).everWon(stage, age));
    }

    /** @param horizon periods to look ahead */
    public Outlook outlook(int stage, int age, double[] x, int horizon) {
        return outlook(stage, age, x, horizon, everWon(stage, age, x));
    }

    /** The same for a deal whose chance of winning ever is known already: {@link #chance} tells it. */
    public Outlook outlook(int stage, int age, double[] x, int horizon, double chance) {
        return new Recursion(best, x).outlook(stage, age, horizon).withChance(chance);
    }

    /** The same by each of the models that the data allow. */
    public List<Outlook> outlooks(int stage, int age, double[] x, int horizon) {
        TreeLift lift = new TreeLift(best, x);
        List<Outlook> raw = draws.stream()
                .map(draw -> new Recursion(draw, x, lift).outlook(stage, age, horizon))
                .toList();
        double[] each = raw.stream().mapToDouble(Outlook::everWon).toArray();
        double[] chance = cautious(stage, age, x, each).drawn();
        List<Outlook> outlooks = new ArrayList<>();
        for (int d = 0; d < chance.length; d++) {
            outlooks.add(raw.get(d).withChance(chance[d]));
        }
        return outlooks;
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
                caution,
                typical,
                basis,
                unmoved == null ? best : unmoved);
    }

    /**
     * Facts are put in place of the typical deal's, group by group, in one order and in the reverse of it; each group gets the
     * mean of its two changes by the likeliest model (a two-order Shapley value). By how much these miss the difference that
     * all models make on the mean is spread over them by their size, so that all changes add up to it.
     */
    public Explanation explain(int stage, int age, double[] x) {
        return explain(stage, age, x, everWon(stage, age, x));
    }

    /** The same for a deal whose chance is known already. */
    public Explanation explain(int stage, int age, double[] x, double chance) {
        double[] from = typical.at(stage, age);
        double typicalChance = everWon(stage, age, from);
        Map<String, Double> change = best.seesColumns() ? changes(stage, age, from, x) : Map.of();
        double told = change.values().stream().mapToDouble(Double::doubleValue).sum();
        double sizes = change.values().stream().mapToDouble(Math::abs).sum();
        double missed = sizes > 0 ? (chance - typicalChance - told) / sizes : 0;
        List<Reason> reasons = change.entrySet().stream()
                .map(e -> new Reason(e.getKey(), e.getValue() + missed * Math.abs(e.getValue())))
                .sorted(Comparator.comparingDouble((Reason r) -> -Math.abs(r.change())))
                .toList();
        return new Explanation(typicalChance, reasons);
    }

    private Map<String, Double> changes(int stage, int age, double[] from, double[] to) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int j = 0; j < columns().size(); j++) {
            groups.computeIfAbsent(columns().get(j).group(), g -> new ArrayList<>())
                    .add(j);
        }
        List<String> order = new ArrayList<>(groups.keySet());
        Map<String, Double> change = new LinkedHashMap<>();
        walk(order, groups, from, to, stage, age, change);
        java.util.Collections.reverse(order);
        walk(order, groups, from, to, stage, age, change);
        change.replaceAll((group, sum) -> sum / 2);
        return change;
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
        double before = likeliest(stage, age, x);
        for (String group : order) {
            for (int j : groups.getOrDefault(group, List.of())) {
                x[j] = to[j];
            }
            double after = likeliest(stage, age, x);
            change.merge(group, after - before, Double::sum);
            before = after;
        }
    }

    private double likeliest(int stage, int age, double[] x) {
        double chance = recalibration.apply(stage, new Recursion(best, x).everWon(stage, age));
        return caution.told(stage, chance, lever(stage, age, x));
    }
}
