/** The HTTP conventions: problems, idempotency, undo, the API description, the live stream, the web application's files. */
@NullMarked
@ApplicationModule(displayName = "Connect")
package io.nurt.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
