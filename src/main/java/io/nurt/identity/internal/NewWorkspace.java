package io.nurt.identity.internal;

import org.jspecify.annotations.Nullable;

/** What a workspace begins with: itself and its first administrator. As received, unchecked. */
record NewWorkspace(
        @Nullable String workspaceName,
        @Nullable String currency,
        @Nullable String zone,
        @Nullable String language,
        @Nullable String name,
        @Nullable String email,
        @Nullable String password) {}
