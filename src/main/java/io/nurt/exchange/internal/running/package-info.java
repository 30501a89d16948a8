/** Imports as they are done: what each row becomes, row after row, once. */
@NullMarked
package io.nurt.exchange.internal.running;

import org.jspecify.annotations.NullMarked;
