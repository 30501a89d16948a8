package io.nurt.exchange.internal.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** Which sign separates the decimals. The other one, spaces and apostrophes group digits. */
public enum NumberStyle {
    DECIMAL_POINT,
    DECIMAL_COMMA;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static NumberStyle ofCode(String code) {
        return Codes.read(NumberStyle.class, code);
    }
}
