package io.nurt.identity;

import io.nurt.kernel.Language;
import java.util.UUID;

/**
 * A workspace has been created. Published inside the transaction that creates it and inside its scope, but without a
 * caller: listeners write what a new workspace starts with, in its language.
 */
public record WorkspaceCreated(UUID workspaceId, Language language) {}
