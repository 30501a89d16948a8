/**
 * Import and export: reads files written by other systems, proposes what they mean, and writes lists as files that
 * other systems read.
 */
@NullMarked
@ApplicationModule(displayName = "Import and export")
package io.nurt.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
