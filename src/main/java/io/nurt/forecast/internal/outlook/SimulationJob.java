package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.internal.simulation.Replicates;
import io.nurt.forecast.internal.training.RunStore;
import io.nurt.forecast.internal.training.RunWatch;
import io.nurt.platform.JobHandler;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws a workspace's futures in the background and keeps what they told. Writes at its end only. */
@Component
class SimulationJob implements JobHandler<SimulationJob.Order> {
    static final String NAME = "forecast-simulation";

    static final int FUTURES = 5_000;
    private static final int FUTURES_OF_LEVERS = 2_000;
    private static final double LEVER = 1.1;

    record Order(UUID runId) {}

    private final Workbench workbench;
    private final OutlookStore store;
    private final Telling telling;
    private final RunStore runs;
    private final TransactionTemplate transaction;

    SimulationJob(
            Workbench workbench,
            OutlookStore store,
            Telling telling,
            RunStore runs,
            PlatformTransactionManager transactions) {
        this.workbench = workbench;
        this.store = store;
        this.telling = telling;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Order> dataType() {
        return Order.class;
    }

    @Override
    public boolean heavy() {
        return true;
    }

    @Override
    public int attempts() {
        return 4;
    }

    @Override
    public void run(String instance, Order order) {
        if (!runs.begin(order.runId())) {
            return;
        }
        Workbench.Laid laid = workbench.lay(Instant.now());
        if (laid.parts().isEmpty()) {
            transaction.executeWithoutResult(status -> runs.end(order.runId(), "failed", "forecast.not-trained", "{}"));
            return;
        }
        RunWatch asked = new RunWatch(runs, order.runId());
        try {
            Groups groups = new Groups();
            Replicates futures = workbench.draw(laid, groups, Lever.NONE, FUTURES, asked);
            asked.at(40);
            List<Snapshot.Effect> levers = levers(laid, asked);
            asked.at(90);
            transaction.executeWithoutResult(status -> keep(order, laid, groups, futures, levers));
        } catch (CancellationException cancelled) {
            return;
        }
    }

    private void keep(
            Order order, Workbench.Laid laid, Groups groups, Replicates futures, List<Snapshot.Effect> levers) {
        if (!runs.end(order.runId(), "done", null, "{}")) {
            return;
        }
        Instant monday = laid.calendar()
                .start()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(laid.place().zone())
                .toInstant();
        store.add(
                laid.asOf(),
                !store.weeklyTaken(monday),
                telling.snapshot(laid, groups, futures, new Actuals.Now(laid, store), levers));
    }

    private List<Snapshot.Effect> levers(Workbench.Laid laid, BooleanSupplier cancelled) {
        Replicates base = workbench.draw(laid, new Groups(), Lever.NONE, FUTURES_OF_LEVERS, cancelled);
        List<Snapshot.Effect> effects = new ArrayList<>();
        int[] until = {0};
        new Rows(base, laid.calendar(), laid.corrections())
                .quarters().values().stream().limit(2).forEach(of -> until[0] = of[1]);
        double[] before = base.total(Measure.BOOKED, 0, until[0]);
        for (Workbench.Part part : laid.parts()) {
            List<UUID> stages = part.state().model().stages();
            Map<UUID, String> names = store.names("stage", stages);
            for (UUID stage : stages) {
                double[] after = workbench
                        .draw(laid, new Groups(), Lever.stage(stage, LEVER), FUTURES_OF_LEVERS, cancelled)
                        .total(Measure.BOOKED, 0, until[0]);
                double middle = Range.of(after).p50() - Range.of(before).p50();
                for (int r = 0; r < after.length; r++) {
                    after[r] -= before[r];
                }
                Range change = Range.of(after);
                effects.add(new Snapshot.Effect(
                        stage,
                        part.state().model().pipelineId(),
                        names.getOrDefault(stage, ""),
                        Rows.money(change.p10()),
                        Rows.money(middle),
                        Rows.money(change.p90())));
            }
        }
        effects.sort(Comparator.comparingDouble((Snapshot.Effect e) -> -Double.parseDouble(e.p50())));
        return effects;
    }

    @Override
    public void gaveUp(String instance, Order order, Throwable cause) {
        transaction.executeWithoutResult(status -> runs.end(order.runId(), "failed", "forecast.failed", "{}"));
    }
}
