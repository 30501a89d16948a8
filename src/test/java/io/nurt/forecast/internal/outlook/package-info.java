@NullMarked
package io.nurt.forecast.internal.outlook;

import org.jspecify.annotations.NullMarked;
