package io.nurt.forecast.internal.training;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.PeriodRows;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.TrailStore;
import io.nurt.platform.JobHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Trains a pipeline's model in the background and tells the chance of every open deal. Nothing is written until all is done, so
 * a run that is killed begins again and leaves nothing behind.
 */
@Component
class TrainingJob implements JobHandler<TrainingJob.Order> {
    static final String NAME = "forecast-training";

    /** How much worse, relatively, a new model's past may be and still take over: what is newer is preferred in a draw. */
    private static final double DRAW = 1.002;

    static final int PERIODS_OF_THE_WAY = 13;
    static final long SEED = 20_260_101;
    private static final int COMPARED = 85;
    private static final int TOLD_AT_ONCE = 1_000;

    record Order(UUID runId, UUID pipelineId) {}

    private final TrailStore trails;
    private final ModelStore models;
    private final RunStore runs;
    private final ChanceStore chances;
    private final TransactionTemplate transaction;

    TrainingJob(
            TrailStore trails,
            ModelStore models,
            RunStore runs,
            ChanceStore chances,
            PlatformTransactionManager transactions) {
        this.trails = trails;
        this.models = models;
        this.runs = runs;
        this.chances = chances;
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
        Instant asOf = Instant.now();
        History history = trails.read(order.pipelineId(), asOf);
        int days = history.periodDays();
        Features features = Features.forTraining(history);
        Periods periods = new Periods(history, features, days);
        PeriodRows rows = periods.rows();
        StageTable table = StageTable.of(history.table(), PERIODS_OF_THE_WAY * 7.0 / days);
        if (!runs.progress(order.runId(), 30)) {
            return;
        }
        ForecastModel model = Training.train(rows, table, SEED);
        if (!runs.progress(order.runId(), 70)) {
            return;
        }
        Optional<StoredModel> before = models.inUse(order.pipelineId());
        Double loss = loss(rows, table, model);
        Double lossBefore = before.map(b -> lossOf(history, b, table, rows)).orElse(null);
        boolean use = better(before, history, days, loss, lossBefore);
        StoredModel trained = new StoredModel(
                order.runId(), order.pipelineId(), 0, asOf, days, loss, history.stages(), features.choice(), model);
        List<DealChance> told = use ? tell(order, history, periods, trained) : List.of();
        if (told == null) {
            return;
        }
        transaction.executeWithoutResult(status -> keep(order, trained, lossBefore, use, told));
    }

    private void keep(
            Order order, StoredModel trained, @Nullable Double lossBefore, boolean use, List<DealChance> told) {
        if (!runs.end(order.runId(), "done", null, "{\"promoted\": " + use + "}")) {
            return;
        }
        UUID id = models.add(
                trained.pipelineId(),
                trained.asOf(),
                trained.periodDays(),
                trained.stages(),
                trained.choice(),
                trained.model(),
                trained.loss(),
                lossBefore,
                use,
                SEED);
        if (use) {
            chances.put(id, told);
            chances.removeOlder(order.pipelineId(), id);
        }
    }

    private static @Nullable Double loss(PeriodRows rows, StageTable table, ForecastModel model) {
        double loss = Training.rollingLoss(rows, table, model.basis());
        return Double.isNaN(loss) ? null : loss;
    }

    /** Of the present model's way of being made, on the same history: with its columns, its strength and its trees. */
    private static @Nullable Double lossOf(History history, StoredModel before, StageTable table, PeriodRows rows) {
        Features features = Features.of(before.choice(), history);
        PeriodRows its = features.columns().equals(rows.columns())
                ? rows
                : new Periods(history, features, before.periodDays()).rows();
        return loss(its, table, before.model());
    }

    private static boolean better(
            Optional<StoredModel> before,
            History history,
            int days,
            @Nullable Double loss,
            @Nullable Double lossBefore) {
        boolean fits = before.isPresent()
                && before.get().stages().equals(history.stages())
                && before.get().periodDays() == days;
        return !fits || loss == null || lossBefore == null || loss <= lossBefore * DRAW;
    }

    /** Chances of all open deals, some at a time, for a hundred thousand take minutes; null when the run was cancelled. */
    private @Nullable List<DealChance> tell(Order order, History history, Periods periods, StoredModel model) {
        LocalDate today = LocalDate.ofInstant(history.asOf(), history.zone());
        List<Periods.Open> open = periods.open();
        List<DealChance> told = new ArrayList<>(open.size());
        for (int from = 0; from < open.size(); from += TOLD_AT_ONCE) {
            if (!runs.progress(order.runId(), COMPARED + (100 - COMPARED) * from / open.size())) {
                return null;
            }
            told.addAll(open.subList(from, Math.min(open.size(), from + TOLD_AT_ONCE)).parallelStream()
                    .map(deal -> Scoring.chance(model, deal, today))
                    .toList());
        }
        return told;
    }

    @Override
    public void gaveUp(String instance, Order order, Throwable cause) {
        transaction.executeWithoutResult(status -> runs.end(order.runId(), "failed", "forecast.failed", "{}"));
    }
}
