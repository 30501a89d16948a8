package io.nurt.exchange.internal.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.PrefixFilter;
import io.nurt.exchange.internal.mapping.Preset;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.identity.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports and their files as answered. */
final class ImportViews {
    private ImportViews() {}

    /** @param undo what taking it back has done and left; null before that */
    record View(
            UUID id,
            String name,
            String status,
            ImportOptions options,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<FileView> files,

            long totalRows,
            long doneRows,
            long created,
            long updated,
            long unchanged,
            long refused,
            @Nullable String failure,
            Instant createdAt,
            @Nullable UserRef createdBy,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @JsonRawValue @Nullable String undo,
            int version) {

        static View of(ImportRow row, @Nullable UserRef by, @Nullable String failure, @Nullable List<FileView> files) {
            return new View(
                    row.id(),
                    row.name(),
                    row.status().code(),
                    row.options(),
                    files,
                    row.totalRows(),
                    row.doneRows(),
                    row.created(),
                    row.updated(),
                    row.unchanged(),
                    row.refused(),
                    failure,
                    row.createdAt(),
                    by,
                    row.startedAt(),
                    row.finishedAt(),
                    row.undo(),
                    row.version());
        }
    }

    /** What a column may be brought in as. */
    record FieldView(TargetField field, TargetField.Kind kind, boolean repeatable) {}

    record MappingView(
            List<ColumnMapping> columns, @Nullable PrefixFilter filter) {}

    record FileView(
            UUID id,
            String name,
            int position,
            long bytes,
            long rows,
            String encoding,
            String delimiter,
            boolean header,
            Preset preset,
            @Nullable TargetEntity entity,
            double confidence,
            List<TargetEntity> alternatives,
            long refusedRows,
            long blankRows,
            long noteRows,
            List<Detection.ColumnView> columns,
            MappingView mapping,
            List<FieldView> fields) {

        static FileView of(ImportFile file) {
            Detection found = file.detection();
            TargetEntity entity = file.entity();
            return new FileView(
                    file.id(),
                    file.name(),
                    file.position(),
                    file.bytes(),
                    file.rows(),
                    found.encoding(),
                    found.delimiter(),
                    found.header(),
                    file.mapping().preset(),
                    entity,
                    file.mapping().confidence(),
                    file.mapping().alternatives(),
                    found.refusedRows(),
                    found.blankRows(),
                    found.noteRows(),
                    found.columns(),
                    new MappingView(file.mapping().columns(), file.mapping().filter()),
                    entity == null ? List.of() : fields(entity));
        }

        private static List<FieldView> fields(TargetEntity entity) {
            return TargetField.of(entity).stream()
                    .filter(field -> field != TargetField.PRODUCT_CUSTOM)
                    .map(field -> new FieldView(field, field.kind(), field.repeatable()))
                    .toList();
        }
    }
}
