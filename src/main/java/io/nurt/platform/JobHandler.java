package io.nurt.platform;

/**
 * Does the jobs of one name; a bean. A job may run again after a crash or a failure, so doing it twice must be harmless.
 *
 * @param <T> what the job needs to know; read from JSON
 */
public interface JobHandler<T> {
    String name();

    Class<T> dataType();

    /** Called within the job's {@link WorkspaceScope}, outside any transaction. An exception makes it run again later. */
    void run(String instance, T data);

    /** How often it is tried before it is given up. The waits between grow from seconds to hours. */
    default int attempts() {
        return 8;
    }

    /** Called after the last attempt failed, within the workspace; the job is gone then. */
    default void gaveUp(String instance, T data, Throwable cause) {}
}
