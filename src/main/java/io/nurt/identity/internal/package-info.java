/** How identity is done: nothing here is for other modules. */
@NullMarked
package io.nurt.identity.internal;

import org.jspecify.annotations.NullMarked;
