/** Lists taken out as files. */
@NullMarked
package io.nurt.exchange.internal.exporting;

import org.jspecify.annotations.NullMarked;
