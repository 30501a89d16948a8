package io.nurt.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A named way to look at a list.
 *
 * @param shared whether everyone is offered it
 * @param own whether the caller may change it
 * @param config filters, sort, group, columns and layout, as the list understands them
 */
record SavedView(
        UUID id,
        String recordKind,
        String name,
        boolean shared,
        boolean own,
        @Nullable Ref owner,
        ObjectNode config,
        int version) {}
