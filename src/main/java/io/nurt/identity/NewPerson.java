package io.nurt.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person named in an import.
 *
 * @param name at most 200 characters
 * @param email null when the file knows none
 */
public record NewPerson(String name, @Nullable String email) {}
