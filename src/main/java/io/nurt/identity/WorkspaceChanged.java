package io.nurt.identity;

/**
 * The settings of a workspace change. Published inside the transaction: a listener may refuse the change by throwing a
 * {@link io.nurt.kernel.Problem}.
 */
public record WorkspaceChanged(Workspace before, Workspace after) {}
