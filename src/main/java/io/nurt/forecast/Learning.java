package io.nurt.forecast;

import java.util.UUID;

/** Has the forecast look at a pipeline at once, where its own hours would be too late: after many deals came in together. */
public interface Learning {
    /** Trains its model in the background and draws the outlook after that; where nothing is scheduled, does nothing. */
    void ofPipeline(UUID pipelineId);

    /**
     * Takes away all models, outlooks, track records and weekly tables since deals that are removed now came in, with whatever
     * work goes on: they told of these deals too. Pipelines that still have deals are learnt anew. Joins the caller's
     * transaction, in which those deals are gone and their pipeline is not yet.
     *
     * @param importId which brought them in with a pipeline of its own; when it made none, nothing is done
     */
    void unlearn(UUID importId);
}
