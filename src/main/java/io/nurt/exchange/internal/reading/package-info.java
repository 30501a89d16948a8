/** From bytes to rows: encoding, dialect, records and what is wrong with them. Knows nothing of sales. */
@NullMarked
package io.nurt.exchange.internal.reading;

import org.jspecify.annotations.NullMarked;
