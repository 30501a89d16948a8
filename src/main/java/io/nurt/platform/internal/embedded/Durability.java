package io.nurt.platform.internal.embedded;

/** Whether a commit survives a power cut. Anything but {@link #DURABLE} is for tests, whose data nobody misses. */
public enum Durability {
    DURABLE,
    DISPOSABLE
}
