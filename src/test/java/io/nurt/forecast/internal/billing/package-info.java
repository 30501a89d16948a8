@NullMarked
package io.nurt.forecast.internal.billing;

import org.jspecify.annotations.NullMarked;
