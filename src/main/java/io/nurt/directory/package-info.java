/** Companies and contacts: how to reach them, custom fields, tags, notes, saved views, likely duplicates, timeline and trash. */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"kernel", "platform", "identity"})
package io.nurt.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
