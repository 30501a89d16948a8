package io.nurt.bench;

import io.nurt.forecast.internal.hazard.Column;
import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.FitProbe;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.PeriodRows;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.world.ManyDeals;
import io.nurt.testing.ProductServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How long fitting, simulating and scoring take, and how much memory. */
final class SpeedAccuracy {
    private static final int ROWS = 1_000_000;
    private static final int STAGES = 5;

    private final AccuracyPart part = new AccuracyPart("6-speed.md", "Speed");

    void measure() throws IOException {
        part.line(
                "%d processors, Java %s, -Xmx%d MB; load of the machine %.1f at the start.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() / 1_000_000,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        part.line("");
        part.line("| what | target | measured | processor time | verdict |");
        part.line("|---|---:|---:|---:|---|");
        PeriodRows rows = rows();
        StageTable table = StageTable.of(new double[] {0.1, 0.3, 0.5, 0.7, 0.9}, 26);
        FitProbe.fit(rows.where(i -> i % 50 == 0), table, 10);
        double[] fit = timed(() -> FitProbe.fit(rows, table, 10));
        row("fit on 1,000,000 rows and 40 columns", 20, "s", fit[0], fit[1]);
        ForecastModel[] model = new ForecastModel[1];
        double[] train = timed(() -> model[0] = Training.train(rows, table, 1));
        part.line(
                "| the whole training: choice of the penalty, fit, recalibration on past origins | | %.1f s | %.1f s | |",
                train[0], train[1]);
        simulation();
        scoring(rows, model[0]);
        double peak = ProductServer.peakMemory(ProcessHandle.current().pid());
        part.line(
                "| most memory of the whole process | < 1024 MB | %.0f MB | | %s |",
                peak, AccuracyPart.verdict(peak > 0 && peak < 1024));
        part.write();
    }

    private void row(String what, double target, String unit, double seconds, double processor) {
        part.line(
                "| %s | < %.0f %s | %.2f %s | %.2f %s | %s |",
                what, target, unit, seconds, unit, processor, unit, AccuracyPart.verdict(seconds < target));
    }

    /** Wall and processor seconds. */
    private static double[] timed(Runnable work) {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = os.getProcessCpuTime();
        long begun = System.nanoTime();
        work.run();
        return new double[] {(System.nanoTime() - begun) / 1e9, (os.getProcessCpuTime() - processor) / 1e9};
    }

    private void simulation() {
        var small = ManyDeals.futures(2_000, 8);
        ManyDeals.run(small, 1_000);
        var futures = ManyDeals.futures(50_000, 8);
        Range[] range = new Range[1];
        double[] time =
                timed(() -> range[0] = Range.of(ManyDeals.run(futures, 10_000).total(Measure.BOOKED, 0, 11)));
        row("10,000 futures of 50,000 open deals over 12 months", 10, "s", time[0], time[1]);
        if (!(range[0].p10() < range[0].p90())) {
            throw new IllegalStateException("no range");
        }
    }

    private void scoring(PeriodRows rows, ForecastModel model) {
        int n = 400;
        for (int i = 0; i < n; i++) {
            score(rows, model, i);
        }
        double[] time = timed(() -> {
            for (int i = n; i < 2 * n; i++) {
                score(rows, model, i);
            }
        });
        row("one deal anew: chance, range, times and reasons", 5, "ms", time[0] / n * 1000, time[1] / n * 1000);
    }

    private static void score(PeriodRows rows, ForecastModel model, int i) {
        int row = i * 997;
        double[] x = rows.values(row);
        model.outlook(rows.stage(row), rows.age(row), x, 104);
        model.chance(rows.stage(row), rows.age(row), x);
        model.explain(rows.stage(row), rows.age(row), x);
    }

    /** Deals with 10 quantities, 10 flags and 20 effects, of which each has two, in five stages. */
    private static PeriodRows rows() {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < 40; j++) {
            String name = "c" + j;
            columns.add(
                    j < 10
                            ? new Column(name, "n" + j / 2, Column.Kind.NUMBER, j % 3 == 0)
                            : j < 20
                                    ? new Column(name, "f" + j / 5, Column.Kind.FLAG, j % 4 == 0)
                                    : Column.effect(j < 30 ? "source" : "owner", name));
        }
        PeriodRows rows = new PeriodRows(columns);
        SplittableRandom random = new SplittableRandom(51_000);
        int deal = 0;
        while (rows.size() < ROWS) {
            double[] x = new double[40];
            double pull = 0;
            for (int j = 0; j < 10; j++) {
                x[j] = random.nextDouble() * 4;
                pull += (x[j] - 2) * 0.1 * (j % 3 - 1);
            }
            for (int j = 10; j < 20; j++) {
                x[j] = random.nextDouble() < 0.4 ? 1 : 0;
                pull += x[j] * 0.2 * (j % 3 - 1);
            }
            x[20 + random.nextInt(10)] = 1;
            x[30 + random.nextInt(10)] = 1;
            int period = random.nextInt(400);
            int stage = 0;
            int age = 0;
            boolean open = true;
            while (open && rows.size() < ROWS) {
                double u = random.nextDouble();
                double advance = 0.12 * Math.exp(pull);
                double lose = 0.05 * Math.exp(-pull);
                Exit exit = u < advance
                        ? Exit.ADVANCE
                        : u < advance + lose ? Exit.LOSE : u > 0.995 && stage > 0 ? Exit.RETURN : Exit.STAY;
                int to = exit == Exit.ADVANCE ? stage + 1 : exit == Exit.RETURN ? stage - 1 : stage;
                rows.add(deal, period++, stage, age, exit, to, x);
                age = exit == Exit.STAY ? age + 1 : 0;
                stage = to;
                open = exit != Exit.LOSE && stage < STAGES;
            }
            deal++;
        }
        return rows;
    }
}
