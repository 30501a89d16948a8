@NullMarked
package io.nurt.forecast.internal.call;

import org.jspecify.annotations.NullMarked;
