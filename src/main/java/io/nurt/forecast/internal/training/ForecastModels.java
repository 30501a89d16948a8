package io.nurt.forecast.internal.training;

import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.TrailStore;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.platform.Jobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models of the workspace's pipelines: which are in use, what they tell of deals, and having them trained. */
@Service
public class ForecastModels {
    private final TrailStore trails;
    private final ModelStore models;
    private final ChanceStore chances;
    private final RunStore runs;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    ForecastModels(
            TrailStore trails, ModelStore models, ChanceStore chances, RunStore runs, Jobs jobs, JdbcClient jdbc) {
        this.trails = trails;
        this.models = models;
        this.chances = chances;
        this.runs = runs;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /**
     * Has a pipeline's model trained; a run that waits or runs already is answered instead of a second one.
     *
     * @throws Problem without the right to shape pipelines; when there is no such pipeline
     */
    @Transactional
    public Run train(UUID pipelineId) {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        require(pipelineId);
        return runs.find(train(caller.workspaceId(), pipelineId, caller.userId()))
                .orElseThrow();
    }

    UUID train(UUID workspace, UUID pipelineId, @org.jspecify.annotations.Nullable UUID askedBy) {
        Optional<UUID> pending = runs.pending("training", pipelineId);
        if (pending.isPresent()) {
            return pending.get();
        }
        UUID run = runs.ask("training", pipelineId, askedBy);
        jobs.schedule(
                TrainingJob.NAME, run.toString(), workspace, new TrainingJob.Order(run, pipelineId), Instant.now());
        return run;
    }

    /** Stops a run; what has been written by it is nothing, for runs write at their end. */
    @Transactional
    public Run cancel(UUID runId) {
        Caller.require(Permission.MANAGE_PIPELINES);
        Run run = runs.find(runId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (!run.ended()) {
            jobs.cancel(TrainingJob.NAME, runId.toString());
            runs.end(runId, "cancelled", null, "{}");
        }
        return runs.find(runId).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Run run(UUID runId) {
        Caller.require(Permission.READ);
        return runs.find(runId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public List<Run> runs() {
        Caller.require(Permission.READ);
        return runs.latest(20);
    }

    /** Versions of a pipeline's model, newest first. */
    @Transactional(readOnly = true)
    public List<ModelVersion> versions(UUID pipelineId) {
        Caller.require(Permission.READ);
        require(pipelineId);
        return models.versions(pipelineId);
    }

    private void require(UUID pipelineId) {
        jdbc.sql("select id from nurt.pipeline where id = :id")
                .param("id", pipelineId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** What is told of open deals that the caller may see; deals of which nothing is told are left out. */
    @Transactional(readOnly = true)
    public List<DealChance> chances(Collection<UUID> dealIds) {
        var visibility = Caller.require(Permission.READ).visibility();
        return chances.find(dealIds, visibility.sql("d.owner_id"), visibility.parameter());
    }

    /** Asks the model in use about one deal again, after it changed. */
    @Transactional
    public void score(UUID pipelineId, UUID dealId) {
        StoredModel model = models.inUse(pipelineId).orElse(null);
        if (model == null) {
            return;
        }
        History history = trails.readOne(pipelineId, dealId, Instant.now());
        if (!history.stages().equals(model.stages())) {
            return;
        }
        Periods periods = new Periods(
                history,
                Features.of(model.choice(), history),
                model.periodDays(),
                trails.surroundings(pipelineId, history));
        List<Periods.Open> open = periods.open();
        if (open.isEmpty()) {
            chances.remove(dealId);
        } else {
            LocalDate today = LocalDate.ofInstant(history.asOf(), history.zone());
            chances.put(model.id(), List.of(Scoring.chance(model, open.get(0), today)));
        }
    }
}
