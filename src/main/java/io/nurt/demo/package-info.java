/**
 * The demo company: two years of a Polish firm's sales, made from a seed, brought in like an import and removable in one act.
 * The same generator makes any number of deals for measurements.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package io.nurt.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
