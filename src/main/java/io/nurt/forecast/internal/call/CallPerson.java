package io.nurt.forecast.internal.call;

import java.util.UUID;

/** @param sells signs in and may commit: a representative or manager who is not gone */
record CallPerson(UUID id, String name, boolean sells) {}
