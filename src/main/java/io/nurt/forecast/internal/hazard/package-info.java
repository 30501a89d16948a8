/**
 * The hazard model: from what was known of open deals at the start of each period, and how the period ended, to the chance of
 * winning and its time. Pure arithmetic: no database, no clock, no deal ids; the same input and seed give the same bytes.
 */
@NullMarked
package io.nurt.forecast.internal.hazard;

import org.jspecify.annotations.NullMarked;
