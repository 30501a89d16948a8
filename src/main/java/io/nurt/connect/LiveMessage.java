package io.nurt.connect;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels between processes and then to browsers.
 *
 * @param kind the event's name in the stream
 * @param owners whose records it touches; a listener gets it when one of them is visible to them. Empty: nobody's, so
 *     everyone's
 * @param onlyFor when set, only this user gets it
 */
record LiveMessage(
        UUID workspace,
        String kind,
        Set<UUID> owners,
        @Nullable UUID onlyFor,
        Map<String, @Nullable Object> data) {}
