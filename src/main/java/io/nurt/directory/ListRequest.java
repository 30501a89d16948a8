package io.nurt.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param q part of the name, or a whole e-mail address or tax number
 * @param tags all of which a record must have
 * @param company of contacts
 * @param state {@code active}, {@code archived} or {@code trashed}
 * @param sort {@code name}, {@code updatedAt}, {@code createdAt} or, of companies, {@code wonAmount}, with {@code -} before it the other way round
 * @param custom values of custom fields by their keys
 */
record ListRequest(
        @Nullable String q,
        List<UUID> owners,
        List<String> tags,
        @Nullable String industry,
        @Nullable UUID company,
        String state,
        String sort,
        Map<String, String> custom,
        int limit,
        @Nullable String cursor) {
    private static final int MOST = 200;

    ListRequest {
        limit = Math.max(1, Math.min(limit, MOST));
    }

    /** Of a request's parameters those that filter by a custom field: {@code custom.<key>}. */
    static Map<String, String> custom(Map<String, String> parameters) {
        var custom = new java.util.TreeMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("custom.")) {
                custom.put(name.substring("custom.".length()), value);
            }
        });
        return custom;
    }
}
