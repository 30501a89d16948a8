package io.nurt.forecast;

import java.util.UUID;

/** Has the forecast look at a pipeline at once, where its own hours would be too late: after many deals came in together. */
public interface Learning {
    /** Trains its model in the background and draws the outlook after that; where nothing is scheduled, does nothing. */
    void ofPipeline(UUID pipelineId);
}
