package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.training.StoredModel;
import java.util.List;

/** A pipeline with a model in use: its history and its deals open at the history's moment. */
record PipelineState(StoredModel model, History history, List<Periods.Open> open) {}
