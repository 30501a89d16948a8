/** Workspaces, users, teams, roles, what each may see, sessions, tokens and the audit trail. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "platform"})
package io.nurt.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
