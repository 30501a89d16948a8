@NullMarked
package io.nurt.forecast.internal.training;

import org.jspecify.annotations.NullMarked;
