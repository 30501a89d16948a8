@NullMarked
package io.nurt.exchange.internal.running;

import org.jspecify.annotations.NullMarked;
