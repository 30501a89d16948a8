/** Imports as they are prepared, watched and explained. */
@NullMarked
package io.nurt.exchange.internal.imports;

import org.jspecify.annotations.NullMarked;
