package io.nurt.exchange.internal.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;
import io.nurt.exchange.internal.values.DateOrder;
import io.nurt.exchange.internal.values.NumberStyle;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one column is brought in; what the wizard proposes and the user changes.
 *
 * @param column index from 0
 * @param header its name in the file
 * @param field null: left out
 * @param stage of {@link TargetField#DEAL_STAGE_ENTERED_AT}: the stage that was entered
 * @param customType of a custom field: how its values are kept
 * @param factor numbers are multiplied by it, for files that count in thousands or millions
 * @param confidence 0 to 1
 * @param knownFromStart of {@link TargetField#DEAL_AMOUNT}: true where the file's value was known when the deal was entered and
 *     stayed so; otherwise it is known only as it ended, and no look into the past sees it
 */
public record ColumnMapping(
        int column,
        String header,
        @Nullable TargetField field,
        @Nullable String stage,
        @Nullable CustomType customType,
        DateOrder dateOrder,
        NumberStyle numberStyle,
        BigDecimal factor,
        double confidence,
        @Nullable Boolean knownFromStart) {

    /** The kinds of custom fields. */
    public enum CustomType {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE;

        @JsonValue
        public String code() {
            return Codes.of(this);
        }

        @JsonCreator
        static CustomType ofCode(String code) {
            return Codes.read(CustomType.class, code);
        }
    }

    public ColumnMapping as(@Nullable TargetField target) {
        return new ColumnMapping(
                column,
                header,
                target,
                stage,
                customType,
                dateOrder,
                numberStyle,
                factor,
                confidence,
                target == field ? knownFromStart : null);
    }
}
