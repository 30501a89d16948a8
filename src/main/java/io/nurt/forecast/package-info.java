/**
 * What will come: which open deals will be won, when, and how much money in which period, as ranges that are scored against
 * what came. Reads the pipeline's history as recorded at each past moment; owns models, forecasts, quotas and their record.
 */
@NullMarked
@ApplicationModule(
        displayName = "Forecast",
        allowedDependencies = {"kernel", "platform", "identity", "directory", "pipeline"})
package io.nurt.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
