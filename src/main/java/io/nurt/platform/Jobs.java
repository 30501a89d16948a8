package io.nurt.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * Work to be done later or apart from the request, kept in the database: it survives a crash and runs at least once. Written in
 * the caller's transaction, it is there exactly when the caller's own writes are.
 */
public interface Jobs {

    /**
     * Has the {@link JobHandler} of that name run within the workspace. An instance that already waits gets the new data and
     * time; one that runs at this moment is left alone.
     *
     * @param instance tells jobs of one name apart; unique over all workspaces, so make it from an id
     * @param data written as JSON, without class names: it may outlive this version of the program
     * @param at not before this moment; now or earlier means as soon as the transaction commits
     * @return false when the instance is running and nothing was scheduled
     */
    boolean schedule(String name, String instance, UUID workspace, Object data, Instant at);

    /** Takes back what has not begun; what runs is not stopped. @return false when there was nothing waiting */
    boolean cancel(String name, String instance);
}
