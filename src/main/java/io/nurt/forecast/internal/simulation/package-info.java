/**
 * Revenue and cash-in as ranges: many futures are drawn from the deals' chances, from what is known of amounts, arrivals and
 * payers, and added up. Pure arithmetic; amounts are in the workspace's currency, days are counted from the forecast's day.
 */
@NullMarked
package io.nurt.forecast.internal.simulation;

import org.jspecify.annotations.NullMarked;
