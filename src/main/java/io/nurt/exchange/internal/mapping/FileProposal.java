package io.nurt.exchange.internal.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file seems to be. The user confirms or changes every part of it before anything is written.
 *
 * @param entity null: nothing that can be brought in
 * @param confidence 0 to 1
 * @param alternatives other entities that the columns allow, the likeliest first
 * @param columns one for each column of the file
 * @param filter proposed for event logs that mix kinds of events
 */
public record FileProposal(
        String file,
        Preset preset,
        @Nullable TargetEntity entity,
        double confidence,
        List<TargetEntity> alternatives,
        List<ColumnMapping> columns,
        @Nullable PrefixFilter filter) {

    /** The first column that is brought in as that field. */
    public Optional<ColumnMapping> column(TargetField field) {
        return columns.stream().filter(column -> column.field() == field).findFirst();
    }

    /** The column that identifies a row in the system it comes from. */
    public Optional<ColumnMapping> externalId() {
        return columns.stream()
                .filter(column -> column.field() != null && column.field().kind() == TargetField.Kind.ID)
                .findFirst();
    }

    public FileProposal with(List<ColumnMapping> changed) {
        return new FileProposal(file, preset, entity, confidence, alternatives, List.copyOf(changed), filter);
    }
}
