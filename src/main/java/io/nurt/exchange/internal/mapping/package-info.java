/** From columns to meaning: which entity a file holds, which column is which field, which files refer to each other. */
@NullMarked
package io.nurt.exchange.internal.mapping;

import org.jspecify.annotations.NullMarked;
