package io.nurt.directory;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address or a telephone number of a company or contact; the first of a list is the primary one.
 *
 * @param value as entered
 * @param label such as {@code work}
 */
public record ContactPoint(String value, @Nullable String label) {}
