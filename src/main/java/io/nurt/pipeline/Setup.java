package io.nurt.pipeline;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace has set up for its sales.
 *
 * @param pipelines by position, archived ones too
 * @param stages all, archived ones too
 * @param currency the workspace's
 * @param zone the workspace's
 * @param lostReasons whether there are any in use
 * @param rates what a unit of each foreign currency is worth today in the workspace's currency
 */
record Setup(
        List<Pipeline> pipelines,
        Map<UUID, Stage> stages,
        String currency,
        ZoneId zone,
        boolean lostReasons,
        Map<String, BigDecimal> rates)
        implements DealHistory.Stages {

    @Override
    public @Nullable Stage apply(UUID stageId) {
        return stages.get(stageId);
    }

    /** @throws Problem when there is no such pipeline */
    Pipeline pipeline(UUID id) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** A stage into which deals may be put. */
    Stage usable(@Nullable UUID stageId) {
        Stage stage = stageId == null ? null : stages.get(stageId);
        if (stage == null
                || stage.archivedAt() != null
                || pipeline(stage.pipelineId()).archivedAt() != null) {
            throw new Problem(PipelineProblem.STAGE_UNUSABLE).field("stageId", "pipeline.stage-unusable.title");
        }
        return stage;
    }

    Optional<Stage> firstOpen(UUID pipelineId) {
        return pipeline(pipelineId).stages().stream()
                .filter(stage -> stage.kind() == StageKind.OPEN)
                .findFirst();
    }

    /** Today in the workspace's zone. */
    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), zone);
    }
}
