/** What the parts of import and export share. */
@NullMarked
package io.nurt.exchange.internal;

import org.jspecify.annotations.NullMarked;
