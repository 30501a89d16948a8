package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.record.Widener;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.simulation.Component;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.internal.simulation.Replicates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes ranges from futures, by month and by quarter. */
final class Rows {
    private static final int POINTS = 100;

    private final Replicates futures;
    private final Calendar calendar;
    private final Corrections corrections;

    Rows(Replicates futures, Calendar calendar, Corrections corrections) {
        this.futures = futures;
        this.calendar = calendar;
        this.corrections = corrections;
    }

    /** The futures of some months, widened as past ones call for. */
    double[] totals(Measure measure, int from, int to) {
        double[] of = futures.total(comesIn(measure), from, to);
        return goesOut(
                measure,
                from,
                to,
                of,
                corrections.widener(code(comesIn(measure))).apply(of));
    }

    private Range range(Measure measure, int from, int to) {
        double[] of = futures.total(comesIn(measure), from, to);
        Widener widener = corrections.widener(code(comesIn(measure)));
        if (measure != Measure.CASH_FLOW) {
            return widener.range(of);
        }
        Range wide = Range.of(goesOut(measure, from, to, of, widener.apply(of)));
        double mean = Range.of(futures.total(measure, from, to)).mean();
        return new Range(wide.p10(), wide.p50(), wide.p90(), mean);
    }

    /** Of a cash flow, the part whose past forecasts tell how wide it must be. */
    private static Measure comesIn(Measure measure) {
        return measure == Measure.CASH_FLOW ? Measure.CASH : measure;
    }

    /** Takes off, future by future, what goes out. */
    private double[] goesOut(Measure measure, int from, int to, double[] cash, double[] widened) {
        if (measure != Measure.CASH_FLOW) {
            return widened;
        }
        double[] net = futures.total(Measure.CASH_FLOW, from, to);
        for (int r = 0; r < net.length; r++) {
            net[r] += widened[r] - cash[r];
        }
        return net;
    }

    static String quarter(YearMonth month) {
        return month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1);
    }

    /** Quarters that lie in the forecast as a whole, with the indices of their first and last month. */
    Map<String, int[]> quarters() {
        Map<String, int[]> quarters = new LinkedHashMap<>();
        for (int m = 0; m < calendar.months(); m++) {
            int month = m;
            quarters.merge(quarter(calendar.month(m)), new int[] {m, m}, (a, b) -> new int[] {a[0], month});
        }
        quarters.values().removeIf(of -> calendar.month(of[1]).getMonthValue() % 3 != 0);
        return quarters;
    }

    /**
     * @param actual what is there already; of a cash flow less what goes out in any case
     * @param received of a cash flow, what has been received; else the same
     */
    Snapshot.OfMeasure measure(
            Measure measure,
            Map<YearMonth, Double> actual,
            Map<YearMonth, Double> received,
            List<Snapshot.Actual> past) {
        List<Snapshot.Row> months = new ArrayList<>();
        for (int m = 0; m < calendar.months(); m++) {
            YearMonth month = calendar.month(m);
            double there = actual.getOrDefault(month, 0.0);
            months.add(row(month.toString(), measure, m, m, there, received.getOrDefault(month, 0.0)));
        }
        List<Snapshot.Row> quarters = new ArrayList<>();
        Map<String, double[]> quantiles = new LinkedHashMap<>();
        quarters().forEach((label, of) -> {
            double there = sum(actual, label);
            quarters.add(row(label, measure, of[0], of[1], there, sum(received, label)));
            quantiles.put(label, points(totals(measure, of[0], of[1]), there));
        });
        int last = calendar.months() - 1;
        double all = Arrays.stream(futures.total(comesIn(measure), 0, last)).sum();
        double fresh = Arrays.stream(futures.component(Component.NEW, comesIn(measure), 0, last))
                .sum();
        double widening = corrections.of(code(comesIn(measure))).factor();
        return new Snapshot.OfMeasure(
                code(measure),
                all > 0 ? fresh / all : 0,
                widening > 1 ? widening : null,
                past,
                months,
                quarters,
                quantiles);
    }

    static String code(Measure measure) {
        return measure.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static double sum(Map<YearMonth, Double> months, String quarter) {
        return months.entrySet().stream()
                .filter(e -> quarter(e.getKey()).equals(quarter))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private Snapshot.Row row(String label, Measure measure, int from, int to, double there, double received) {
        Range range = range(measure, from, to);
        double open = mean(Component.OPEN, measure, from, to);
        double fresh = mean(Component.NEW, measure, from, to);
        double claims = mean(Component.CLAIMS, measure, from, to);
        double renewals = mean(Component.RENEWALS, measure, from, to);
        double comesIn = received + open + fresh + claims + renewals;
        return new Snapshot.Row(
                label,
                money(received),
                money(there + range.p10()),
                money(there + range.p50()),
                money(there + range.p90()),
                money(there + range.mean()),
                money(open),
                money(fresh),
                money(claims),
                money(renewals),
                measure == Measure.CASH_FLOW ? money(there + range.mean() - comesIn) : null);
    }

    private double mean(Component component, Measure measure, int from, int to) {
        return Arrays.stream(futures.component(component, comesIn(measure), from, to))
                .average()
                .orElse(0);
    }

    private static Snapshot.Row ofGroup(String label, Range range, double there) {
        String none = money(0);
        return new Snapshot.Row(
                label,
                money(there),
                money(there + range.p10()),
                money(there + range.p50()),
                money(there + range.p90()),
                money(there + range.mean()),
                none,
                none,
                none,
                none,
                null);
    }

    /** A group's quarters; which component its money comes from is told for the whole only. */
    List<Snapshot.Row> group(int slot, Measure measure, Map<String, Double> actual) {
        List<Snapshot.Row> rows = new ArrayList<>();
        quarters().forEach((label, of) -> {
            Range range = corrections.widener(code(measure)).range(futures.slot(slot, measure, of[0], of[1]));
            rows.add(ofGroup(label, range, actual.getOrDefault(label, 0.0)));
        });
        return rows;
    }

    private static double[] points(double[] totals, double there) {
        double[] sorted = totals.clone();
        Arrays.sort(sorted);
        double[] points = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            points[i] = Math.rint(there + sorted[(int) ((long) i * (sorted.length - 1) / POINTS)]);
        }
        return points;
    }

    static String money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
