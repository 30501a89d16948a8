package io.nurt.identity.internal;

import io.nurt.identity.Workspace;
import java.util.UUID;

/** A workspace as answered. */
record WorkspaceView(UUID id, String name, String currency, String zone, String language, int version) {
    static WorkspaceView of(Workspace workspace) {
        return new WorkspaceView(
                workspace.id(),
                workspace.name(),
                workspace.currency().getCurrencyCode(),
                workspace.zone().getId(),
                workspace.language().code(),
                workspace.version());
    }
}
