@NullMarked
package io.nurt.forecast;

import org.jspecify.annotations.NullMarked;
