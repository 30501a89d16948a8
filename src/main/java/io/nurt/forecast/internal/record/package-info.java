/** How good past forecasts were, against what came and against simpler ways of forecasting. Pure arithmetic. */
@NullMarked
package io.nurt.forecast.internal.record;

import org.jspecify.annotations.NullMarked;
