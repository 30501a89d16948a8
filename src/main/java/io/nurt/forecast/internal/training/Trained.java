package io.nurt.forecast.internal.training;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.PeriodRows;
import io.nurt.forecast.internal.hazard.StageTable;
import io.nurt.forecast.internal.hazard.Training;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import java.util.UUID;

/** A model learnt from a history, not kept: what would have been in use at its moment. */
public record Trained(Periods periods, StoredModel model) {
    public static Trained of(UUID pipelineId, History history) {
        int days = history.periodDays();
        Features features = Features.forTraining(history);
        Periods periods = new Periods(history, features, days);
        PeriodRows rows = periods.rows();
        StageTable table = StageTable.of(history.table(), TrainingJob.PERIODS_OF_THE_WAY * 7.0 / days);
        ForecastModel model = Training.train(rows, table, TrainingJob.SEED);
        return new Trained(
                periods,
                new StoredModel(
                        pipelineId,
                        pipelineId,
                        0,
                        history.asOf(),
                        days,
                        null,
                        history.stages(),
                        features.choice(),
                        model));
    }
}
