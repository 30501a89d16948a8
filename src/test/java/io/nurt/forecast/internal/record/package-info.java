@NullMarked
package io.nurt.forecast.internal.record;

import org.jspecify.annotations.NullMarked;
