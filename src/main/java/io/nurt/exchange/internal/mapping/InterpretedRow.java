package io.nurt.exchange.internal.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with its values read. By kind of field: {@link io.nurt.exchange.internal.values.ParsedDate} for days and moments,
 * {@link io.nurt.exchange.internal.values.ParsedNumber} for numbers and money (factor applied), Boolean, a list of texts
 * for e-mails, ISO code for currencies, text for everything else. Fields without a value are absent.
 *
 * @param stageDates stage to when it was entered
 * @param custom header to value, by the type of the custom field
 */
public record InterpretedRow(
        long line,
        Map<TargetField, List<Object>> values,
        Map<String, Object> stageDates,
        Map<String, Object> custom,
        FileProposal mapping) {

    public @Nullable Object first(TargetField field) {
        List<Object> all = values.get(field);
        return all == null ? null : all.get(0);
    }

    public @Nullable String text(TargetField field) {
        return first(field) instanceof String text ? text : null;
    }

    /** How the file itself calls a value: the header of the first of these fields that a column is brought in as. */
    public String header(TargetField... fields) {
        return Arrays.stream(fields)
                .flatMap(field -> mapping.column(field).stream())
                .map(ColumnMapping::header)
                .findFirst()
                .orElse(fields[0].code());
    }
}
