@NullMarked
package io.nurt.forecast.internal.simulation;

import org.jspecify.annotations.NullMarked;
