package io.nurt.identity;

import java.util.UUID;

/** A person of the workspace, as named in answers. */
public record UserRef(UUID id, String name) {}
