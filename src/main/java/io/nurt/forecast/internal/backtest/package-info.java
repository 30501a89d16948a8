/**
 * Makes the forecast's track record: forecasts of past month starts from what had been recorded by then, against what came and
 * against simpler ways of telling it.
 */
@NullMarked
package io.nurt.forecast.internal.backtest;

import org.jspecify.annotations.NullMarked;
