/** Database (embedded or external), settings, transactions within a workspace, background jobs, backup. */
@ApplicationModule(displayName = "Platform")
@NullMarked
package io.nurt.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
