package io.nurt.exchange.internal.exporting;

import io.nurt.directory.CustomField;
import io.nurt.directory.CustomFields;
import io.nurt.directory.RecordKind;
import io.nurt.identity.Caller;
import io.nurt.platform.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Makes columns: those of every record with headers in the caller's language, those of custom fields with their labels. */
@Component
class ColumnTexts {
    private final Texts texts;
    private final CustomFields customFields;

    ColumnTexts(Texts texts, CustomFields customFields) {
        this.texts = texts;
        this.customFields = customFields;
    }

    <T> ExportColumn<T> column(Caller caller, String key, Function<T, @Nullable Object> value) {
        return new ExportColumn<>(key, texts.get(caller.language(), "exchange.column." + key), value);
    }

    /** One for each custom field that is in use. */
    @Transactional(readOnly = true)
    public <T> List<ExportColumn<T>> custom(RecordKind kind, Function<T, JsonNode> values) {
        List<ExportColumn<T>> columns = new ArrayList<>();
        for (CustomField field : customFields.of(kind)) {
            if (field.archivedAt() == null) {
                columns.add(new ExportColumn<>(
                        "custom." + field.key(),
                        field.label(),
                        row -> cell(field, values.apply(row).path(field.key()))));
            }
        }
        return columns;
    }

    private static @Nullable Object cell(CustomField field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isArray()) {
            List<String> chosen = new ArrayList<>();
            value.forEach(one -> chosen.add(one.asString("")));
            return String.join("; ", chosen);
        }
        return field.type().equals("date") ? day(value.asString("")) : value.asString("");
    }

    private static Object day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return text;
        }
    }

    static @Nullable BigDecimal number(@Nullable String plain) {
        return plain == null ? null : new BigDecimal(plain);
    }
}
