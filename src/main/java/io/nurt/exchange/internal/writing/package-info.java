/** Lists written as files that a spreadsheet opens without executing them. */
@NullMarked
package io.nurt.exchange.internal.writing;

import org.jspecify.annotations.NullMarked;
