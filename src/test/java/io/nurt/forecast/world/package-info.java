/** Made-up companies whose truth is known, the simple ways of forecasting they are compared with, and how forecasts are scored. */
@NullMarked
package io.nurt.forecast.world;

import org.jspecify.annotations.NullMarked;
