@NullMarked
package io.nurt.forecast.internal.backtest;

import org.jspecify.annotations.NullMarked;
