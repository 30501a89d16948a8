package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.reading.Refusal;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.reading.Row;
import io.nurt.exchange.internal.values.Nothing;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.exchange.internal.values.ParsedNumber;
import io.nurt.exchange.internal.values.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of rows by a mapping. Says all that is wrong with a row at once, so that it is repaired once. Not
 * thread-safe.
 */
public final class RowInterpreter {
    /** Amounts beyond this are an error in the file, not a deal. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private final FileProposal mapping;
    private final List<Refusal> refusals = new ArrayList<>();

    public RowInterpreter(FileProposal mapping) {
        this.mapping = mapping;
    }

    /** @return null when the row is refused: see {@link #refusals()} */
    public @Nullable InterpretedRow read(Row.Data row) {
        refusals.clear();
        PrefixFilter filter = mapping.filter();
        if (filter != null && !Nothing.trim(row.field(filter.column())).startsWith(filter.prefix())) {
            String value = row.field(filter.column());
            refusals.add(RefusalReason.FILTERED_OUT.with(
                    mapping.columns().get(filter.column()).header(), value));
            return null;
        }
        Map<TargetField, List<Object>> values = new EnumMap<>(TargetField.class);
        Map<String, Object> stageDates = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        for (ColumnMapping column : mapping.columns()) {
            TargetField field = column.field();
            String text = Nothing.trim(row.field(column.column()));
            if (field == null || Nothing.is(text)) continue;
            Object value = value(column, field, text);
            if (value == null) continue;
            if (field == TargetField.DEAL_STAGE_ENTERED_AT && column.stage() != null) {
                stageDates.put(column.stage(), value);
            } else if (field.kind() == TargetField.Kind.CUSTOM) {
                custom.put(column.header(), value);
            } else {
                values.computeIfAbsent(field, f -> new ArrayList<>(1)).add(value);
            }
        }
        if (first(values, TargetField.DELETED_AT_SOURCE) == Boolean.TRUE) {
            refusals.add(RefusalReason.DELETED_AT_SOURCE.with());
        }
        return refusals.isEmpty() ? new InterpretedRow(row.line(), values, stageDates, custom, mapping) : null;
    }

    /** What is wrong with the row read last. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private static @Nullable Object first(Map<TargetField, List<Object>> values, TargetField field) {
        List<Object> all = values.get(field);
        return all == null ? null : all.get(0);
    }

    private @Nullable Object value(ColumnMapping column, TargetField field, String text) {
        return switch (field.kind()) {
            case IGNORED -> null;
            case DAY, MOMENT -> date(column, text);
            case NUMBER, MONEY -> number(column, text);
            case TRUTH -> truth(column, text);
            case EMAILS -> {
                List<String> emails = Values.emails(text);
                yield emails != null ? emails : refuse(RefusalReason.NOT_AN_EMAIL.with(column.header(), text));
            }
            case CURRENCY -> {
                String code = Values.currency(text);
                yield code != null ? code : refuse(RefusalReason.UNKNOWN_CURRENCY.with(text));
            }
            case CUSTOM -> custom(column, text);
            case ID, TEXT, CHOICE, PHONES, TAGS, REFERENCE -> text;
        };
    }

    private @Nullable Object custom(ColumnMapping column, String text) {
        ColumnMapping.CustomType type = column.customType();
        if (type == null) return text;
        return switch (type) {
            case TEXT, CHOICE -> text;
            case NUMBER -> number(column, text);
            case DATE -> date(column, text);
            case BOOLEAN -> truth(column, text);
        };
    }

    private @Nullable ParsedDate date(ColumnMapping column, String text) {
        ParsedDate date = Values.date(text, column.dateOrder());
        if (date == null) {
            refusals.add(RefusalReason.NOT_A_DATE.with(
                    column.header(),
                    text,
                    switch (column.dateOrder()) {
                        case DAY_FIRST -> "31.12.2026";
                        case MONTH_FIRST -> "12/31/2026";
                    }));
        }
        return date;
    }

    private @Nullable ParsedNumber number(ColumnMapping column, String text) {
        ParsedNumber number = Values.number(text, column.numberStyle());
        if (number == null) {
            refusals.add(RefusalReason.NOT_A_NUMBER.with(column.header(), text));
            return null;
        }
        BigDecimal value = number.value().multiply(column.factor());
        if (value.abs().compareTo(LARGEST) >= 0) {
            refusals.add(RefusalReason.NUMBER_OUT_OF_RANGE.with(column.header(), text));
            return null;
        }
        return new ParsedNumber(value, number.currency(), number.percent());
    }

    private @Nullable Boolean truth(ColumnMapping column, String text) {
        Boolean truth = Values.truth(text);
        if (truth == null) refusals.add(RefusalReason.NOT_YES_OR_NO.with(column.header(), text));
        return truth;
    }

    private @Nullable Object refuse(Refusal refusal) {
        refusals.add(refusal);
        return null;
    }
}
