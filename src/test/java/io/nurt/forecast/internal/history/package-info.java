@NullMarked
package io.nurt.forecast.internal.history;

import org.jspecify.annotations.NullMarked;
