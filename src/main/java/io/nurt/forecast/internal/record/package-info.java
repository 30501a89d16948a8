/**
 * How good past forecasts were, against what came and against simpler ways of forecasting; what they teach those to come. The
 * scores are pure arithmetic.
 */
@NullMarked
package io.nurt.forecast.internal.record;

import org.jspecify.annotations.NullMarked;
