/**
 * The figures: what was won and lost, how long it took, what stands open. Owns no facts; reads those of the pipeline under the
 * caller's visibility, in the workspace's currency and zone, as they are now.
 */
@NullMarked
@ApplicationModule(
        displayName = "Insights",
        allowedDependencies = {"kernel", "platform", "identity"})
package io.nurt.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
