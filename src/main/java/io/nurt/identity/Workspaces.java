package io.nurt.identity;

/** The workspace in which the current thread works. */
public interface Workspaces {
    /**
     * The settings of the current workspace, at most a few seconds old; usually costs no query.
     *
     * @throws IllegalStateException outside of any workspace
     */
    Workspace current();
}
