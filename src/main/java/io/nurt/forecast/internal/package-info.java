/** What the parts of the forecast share. */
@NullMarked
package io.nurt.forecast.internal;

import org.jspecify.annotations.NullMarked;
