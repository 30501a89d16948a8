/** Pipelines, stages, deals, their history and order; other modules may have a say in stage changes through {@link io.nurt.pipeline.StageGate}. */
@NullMarked
@ApplicationModule(
        displayName = "Pipeline",
        allowedDependencies = {"kernel", "platform", "identity", "directory"})
package io.nurt.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
