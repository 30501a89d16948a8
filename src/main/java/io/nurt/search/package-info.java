/** Finding a record by what people remember of it. Its table is kept by triggers; this asks. */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "platform", "identity"})
package io.nurt.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
