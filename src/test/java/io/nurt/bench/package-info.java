/** Programs that measure the packaged product from outside; {@code make bench} runs them, the tests do not. */
@NullMarked
package io.nurt.bench;

import org.jspecify.annotations.NullMarked;
