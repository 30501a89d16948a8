@NullMarked
package io.nurt.forecast.internal.hazard;

import org.jspecify.annotations.NullMarked;
