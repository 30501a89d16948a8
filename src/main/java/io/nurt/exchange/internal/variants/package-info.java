/** Values that are probably spellings of one another. */
@NullMarked
package io.nurt.exchange.internal.variants;

import org.jspecify.annotations.NullMarked;
