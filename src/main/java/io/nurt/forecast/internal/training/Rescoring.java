package io.nurt.forecast.internal.training;

import io.nurt.pipeline.DealChanged;
import io.nurt.platform.WorkspaceScope;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells a deal's chance anew after each of its changes, on a thread of its own: whoever moves a card does not wait for it. When
 * more changes come than it can follow (an import), it lets go; the next training tells them all.
 */
@Component
class Rescoring implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
    private static final int WAITING = 1_000;

    private final ForecastModels models;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                Thread made = new Thread(task, "forecast-rescoring");
                made.setDaemon(true);
                return made;
            });

    Rescoring(ForecastModels models) {
        this.models = models;
    }

    @TransactionalEventListener
    void changed(DealChanged event) {
        if (event.kind().equals("ordered")) {
            return;
        }
        try {
            thread.execute(() -> score(event));
        } catch (RejectedExecutionException full) {
            LOG.debug("Too many changes to follow; deal {} waits for the next training", event.dealId());
        }
    }

    private void score(DealChanged event) {
        try {
            WorkspaceScope.run(event.workspaceId(), () -> models.score(event.pipelineId(), event.dealId()));
        } catch (RuntimeException e) {
            LOG.warn("The chance of deal {} could not be told: {}", event.dealId(), e.toString());
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
