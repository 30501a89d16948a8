package io.nurt.forecast.internal;

import io.nurt.forecast.ForecastChanged;
import io.nurt.platform.WorkspaceScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that something changed in the current workspace. */
@Component
public class ForecastNews {
    private final ApplicationEventPublisher publisher;

    ForecastNews(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** To be called within the transaction of the change. */
    public void changed(ForecastChanged.Part part) {
        WorkspaceScope.current().ifPresent(workspace -> publisher.publishEvent(new ForecastChanged(workspace, part)));
    }
}
