package io.nurt.identity.internal;

import io.nurt.identity.Workspace;
import java.util.UUID;

/**
 * The workspace as its settings show it.
 *
 * @param currencyFixed there are amounts in it, so that it cannot be changed any more
 */
record WorkspaceSettingsView(
        UUID id, String name, String currency, String zone, String language, int version, boolean currencyFixed) {
    static WorkspaceSettingsView of(Workspace workspace, boolean currencyFixed) {
        WorkspaceView view = WorkspaceView.of(workspace);
        return new WorkspaceSettingsView(
                view.id(), view.name(), view.currency(), view.zone(), view.language(), view.version(), currencyFixed);
    }
}
