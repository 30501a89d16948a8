package io.nurt.identity;

/**
 * The settings of a workspace change. Published inside the transaction: a listener may refuse the change by throwing a
 * {@link io.nurt.kernel.Problem}, for instance another currency when amounts have been summed in the present one.
 */
public record WorkspaceChanged(Workspace before, Workspace after) {}
