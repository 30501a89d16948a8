package io.nurt.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a workspace added to a kind of record.
 *
 * @param recordKind {@code company}, {@code contact}, {@code deal} or {@code product}
 * @param key the name in a record's {@code custom} object; never changes
 * @param type {@code text}, {@code number}, {@code date}, {@code boolean}, {@code choice}, {@code choices} or {@code url}; never changes
 * @param options what can be chosen
 * @param archivedAt when it was put away: values stay, new ones are not accepted
 */
public record CustomField(
        UUID id,
        String recordKind,
        String key,
        String label,
        String type,
        List<String> options,
        @Nullable String help,
        int position,
        @Nullable Instant archivedAt,
        int version) {
    CustomField withOptions(List<String> others) {
        return new CustomField(id, recordKind, key, label, type, others, help, position, archivedAt, version);
    }
}
