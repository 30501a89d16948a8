package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.record.ForecastRecord;
import io.nurt.forecast.internal.record.Widener;
import io.nurt.forecast.internal.simulation.Shock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What past forecasts teach those of a day: only forecasts whose horizon was over by then, so that a record never tells of a
 * forecast what it was tuned by.
 */
final class Lessons {
    private static final String BOOKED = "booked";
    private static final double[] GRID = Shock.grid();

    private final List<Lesson> all = new ArrayList<>();
    private final double perMonth;

    /** @param perMonth how many forecasts of a month there are */
    Lessons(double perMonth) {
        this.perMonth = perMonth;
    }

    /**
     * @param until last day of the horizon
     * @param byMeasure what was told of each measure
     */
    record Lesson(LocalDate until, Map<String, Told> byMeasure) {}

    /** @param futures under each shock of the grid, drawn with the same random numbers */
    record Told(double[][] futures, double came) {}

    void add(Lesson lesson) {
        all.add(lesson);
    }

    Corrections of(LocalDate day) {
        List<Lesson> over =
                all.stream().filter(lesson -> lesson.until().isBefore(day)).toList();
        List<Told> booked = told(over, BOOKED);
        double size = Shock.estimate(
                booked.stream()
                        .map(told -> new Shock.Past(shock -> at(told.futures(), shock), told.came()))
                        .toList(),
                1 / Horizon.overlap(Horizon.TEACHING) / perMonth);
        Map<String, ForecastRecord.Widening> widening = new LinkedHashMap<>();
        TreeSet<String> measures = new TreeSet<>();
        over.forEach(lesson -> measures.addAll(lesson.byMeasure().keySet()));
        for (String measure : measures) {
            List<Widener.Past> past = told(over, measure).stream()
                    .map(told -> new Widener.Past(at(told.futures(), size), told.came()))
                    .toList();
            if (measure.equals(BOOKED) || past.size() >= Widener.ORIGINS_TO_TELL) {
                widening.put(
                        measure,
                        new ForecastRecord.Widening(Widener.fit(past).factor(), Widener.coverage(past), past.size()));
            }
        }
        return new Corrections(Corrections.shock(size, booked.size()), widening);
    }

    private static List<Told> told(List<Lesson> lessons, String measure) {
        return lessons.stream()
                .flatMap(lesson -> Stream.ofNullable(lesson.byMeasure().get(measure)))
                .toList();
    }

    /** Between two shocks of the grid, future by future. */
    private static double[] at(double[][] futures, double size) {
        int below = 0;
        while (below + 2 < GRID.length && GRID[below + 1] <= size) {
            below++;
        }
        double within = Math.min(1, Math.max(0, (size - GRID[below]) / (GRID[below + 1] - GRID[below])));
        double[] between = new double[futures[below].length];
        for (int r = 0; r < between.length; r++) {
            between[r] = futures[below][r] + within * (futures[below + 1][r] - futures[below][r]);
        }
        return between;
    }
}
