package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.hazard.Tier;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Range;
import io.nurt.forecast.internal.simulation.Replicates;
import io.nurt.forecast.internal.training.RunStore;
import io.nurt.platform.JobHandler;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private static final int PAST_MONTHS = 12;
    private static final double LEVER = 1.1;
    private static final List<Measure> OF_GROUPS = List.of(Measure.BOOKED, Measure.CASH);

    record Order(UUID runId) {}

    private final Workbench workbench;
    private final OutlookStore store;
    private final RunStore runs;
    private final TransactionTemplate transaction;

    SimulationJob(Workbench workbench, OutlookStore store, RunStore runs, PlatformTransactionManager transactions) {
        this.workbench = workbench;
        this.store = store;
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
        Asked asked = new Asked(order.runId());
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

    /** Looks at most once a second whether somebody has cancelled the run. */
    private final class Asked implements BooleanSupplier {
        private final UUID runId;
        private volatile long next;
        private volatile int done;
        private volatile boolean cancelled;

        Asked(UUID runId) {
            this.runId = runId;
        }

        void at(int percent) {
            done = percent;
            next = 0;
            if (getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
        }

        @Override
        public boolean getAsBoolean() {
            if (!cancelled && System.nanoTime() > next) {
                look();
            }
            return cancelled;
        }

        /** Other threads of the simulation ask too; only the job's own has the workspace, and one look is enough. */
        private synchronized void look() {
            if (System.nanoTime() > next
                    && io.nurt.platform.WorkspaceScope.current().isPresent()) {
                next = System.nanoTime() + 1_000_000_000L;
                cancelled = !runs.progress(runId, done);
            }
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
        store.add(laid.asOf(), !store.weeklyTaken(monday), snapshot(laid, groups, futures, levers));
    }

    private Snapshot snapshot(Workbench.Laid laid, Groups groups, Replicates futures, List<Snapshot.Effect> levers) {
        YearMonth present = laid.calendar().month(0);
        YearMonth from = present.minusMonths(PAST_MONTHS);
        Rows rows = new Rows(futures, laid.calendar());
        List<Snapshot.OfMeasure> measures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Map<YearMonth, Double> actual = measure == Measure.BOOKED
                    ? store.booked(from, laid.place().zone(), null, null)
                    : laid.cash().actual(measure);
            List<Snapshot.Actual> past = new ArrayList<>();
            for (YearMonth month = from; month.isBefore(present); month = month.plusMonths(1)) {
                past.add(new Snapshot.Actual(month.toString(), Rows.money(actual.getOrDefault(month, 0.0))));
            }
            measures.add(rows.measure(measure, actual, past));
        }
        int unknown = (int) laid.parts().stream()
                .flatMap(p -> p.facts().values().stream())
                .filter(f -> Double.isNaN(f.amount()))
                .count();
        return new Snapshot(
                futures.futures(),
                laid.shock(),
                laid.parts().stream()
                        .map(p -> p.state().model().model().tier())
                        .min(Comparator.naturalOrder())
                        .orElse(Tier.PRIOR)
                        .name()
                        .toLowerCase(Locale.ROOT),
                laid.parts().stream()
                        .mapToInt(p -> p.state().model().model().basis().resolved())
                        .sum(),
                laid.open(),
                unknown,
                measures,
                ofGroups(laid, groups, rows),
                levers);
    }

    private List<Snapshot.OfGroup> ofGroups(Workbench.Laid laid, Groups groups, Rows rows) {
        Map<UUID, String> names = new HashMap<>();
        for (String kind : List.of("owner", "team", "product")) {
            names.putAll(store.names(
                    kind,
                    groups.all().stream()
                            .filter(g -> g.kind().equals(kind))
                            .map(Groups.Group::id)
                            .toList()));
        }
        YearMonth present = laid.calendar().month(0);
        List<Snapshot.OfGroup> of = new ArrayList<>();
        for (int slot = 0; slot < groups.all().size(); slot++) {
            Groups.Group group = groups.all().get(slot);
            Map<String, Double> booked = new HashMap<>();
            store.booked(present.minusMonths(2), laid.place().zone(), group.kind(), group.id())
                    .forEach((month, amount) -> booked.merge(Rows.quarter(month), amount, Double::sum));
            for (Measure measure : OF_GROUPS) {
                of.add(new Snapshot.OfGroup(
                        group.kind(),
                        group.id(),
                        names.get(group.id()),
                        Rows.code(measure),
                        rows.group(slot, measure, measure == Measure.BOOKED ? booked : Map.of())));
            }
        }
        return of;
    }

    private List<Snapshot.Effect> levers(Workbench.Laid laid, BooleanSupplier cancelled) {
        Replicates base = workbench.draw(laid, new Groups(), Lever.NONE, FUTURES_OF_LEVERS, cancelled);
        List<Snapshot.Effect> effects = new ArrayList<>();
        int[] until = {0};
        new Rows(base, laid.calendar()).quarters().values().stream().limit(2).forEach(of -> until[0] = of[1]);
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
