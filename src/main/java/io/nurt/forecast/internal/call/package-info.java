/**
 * The forecast process: quotas, what people commit to and managers call, and the table that puts both beside the stage-weighted
 * figure and the model's range, rolled up the tree of teams and kept each week.
 */
@NullMarked
package io.nurt.forecast.internal.call;

import org.jspecify.annotations.NullMarked;
