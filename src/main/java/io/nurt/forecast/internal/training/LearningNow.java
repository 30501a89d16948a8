package io.nurt.forecast.internal.training;

import io.nurt.forecast.Learning;
import io.nurt.identity.Caller;
import io.nurt.kernel.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class LearningNow implements Learning {
    private final ForecastModels models;
    private final Unlearning unlearning;
    private final JdbcClient jdbc;
    private final boolean scheduled;

    LearningNow(
            ForecastModels models,
            Unlearning unlearning,
            JdbcClient jdbc,
            @Value("${forecast.scheduled:true}") boolean scheduled) {
        this.models = models;
        this.unlearning = unlearning;
        this.jdbc = jdbc;
        this.scheduled = scheduled;
    }

    @Override
    @Transactional
    public void ofPipeline(UUID pipelineId) {
        if (scheduled) {
            models.train(Caller.current().workspaceId(), pipelineId, null);
        }
    }

    @Override
    @Transactional
    public void unlearn(UUID importId) {
        Optional<Instant> since = jdbc.sql(
                        "select min(created_at) as since from nurt.pipeline where import_id = :import")
                .param("import", importId)
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "since")))
                .single();
        since.ifPresent(unlearning::since);
        if (since.isPresent()) {
            unlearning.untaught().forEach(this::ofPipeline);
        }
    }
}
