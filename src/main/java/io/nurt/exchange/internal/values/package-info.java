/** From text to values: dates, numbers, money, truth values, addresses, and what a column as a whole looks like. */
@NullMarked
package io.nurt.exchange.internal.values;

import org.jspecify.annotations.NullMarked;
