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

    /**
     * Whether it computes for seconds or more. A server does one such job at a time and on half of its processors, so that
     * people who use it, and other jobs, do not wait for it.
     */
    default boolean heavy() {
        return false;
    }

    /** How often it is tried before it is given up. The waits between grow from seconds to hours. */
    default int attempts() {
        return 8;
    }

    /** Called after the last attempt failed, within the workspace; the job is gone then. */
    default void gaveUp(String instance, T data, Throwable cause) {}
}
