package io.nurt.forecast.internal.training;

import io.nurt.forecast.Learning;
import io.nurt.identity.Caller;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class LearningNow implements Learning {
    private final ForecastModels models;
    private final boolean scheduled;

    LearningNow(ForecastModels models, @Value("${forecast.scheduled:true}") boolean scheduled) {
        this.models = models;
        this.scheduled = scheduled;
    }

    @Override
    @Transactional
    public void ofPipeline(UUID pipelineId) {
        if (scheduled) {
            models.train(Caller.current().workspaceId(), pipelineId, null);
        }
    }
}
